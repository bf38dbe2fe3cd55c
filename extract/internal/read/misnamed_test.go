package read

import (
	"context"
	"testing"
)

func TestMisnamed(t *testing.T) {
	const page = "<!DOCTYPE html><html><body><p>关于放假的通知</p></body></html>"
	for _, row := range []struct{ name, in, want string }{
		{"a.doc", page, "the name ends in .doc, the content is html"},
		{"a.PDF", "关于放假的通知", "the name ends in .pdf, the content is text"},
		{"a.zip!/b.txt", `{\rtf1 abc}`, "the name ends in .txt, the content is rtf"},
		{"a.md", page, "the name ends in .md, the content is html"},
		{"a.html", page, ""},
		{"a.HTM", page, ""},
		{"a.mht", page, ""},
		{"a.md", "关于放假的通知", ""},
		{"a.txt", "# 关于放假的通知\n\n**一、时间**\n\n- 甲\n", ""},
		{"a.xyz", page, ""},
		{"a", page, ""},
		{"a.", page, ""},
		{"-", page, ""},
		{"v1.2/通知", page, ""},
	} {
		src, err := Read(context.Background(), row.name, []byte(row.in), Options{})
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		got := ""
		for _, w := range src.Warnings {
			if w.Code == "wrong-extension" {
				got = w.Message
			}
		}
		if got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}

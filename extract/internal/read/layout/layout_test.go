package layout

import "testing"

func TestPageNumbers(t *testing.T) {
	for _, tt := range []struct {
		text string
		page int
		want bool
	}{
		{"— 2 —", 2, true}, {"- 13 -", 1, true}, {"－１２－", 3, true}, {"2", 2, true}, {"第 2 页 共 5 页", 2, true}, {"第2页", 2, true}, {"2/5", 2, true},
		{"Page 2 of 5", 2, true}, {"·3·", 3, true}, {"共印60份", 1, false}, {"2024年4月28日", 1, false}, {"12345", 1, false},
		{"附件2", 2, false}, {"3.其他事项", 3, false}, {"", 1, false}, {"— 二 —", 2, false}, {"0583-2119046", 1, false},
	} {
		if got := pageNumber(tt.text, tt.page, 5); got != tt.want {
			t.Errorf("pageNumber(%q) = %v", tt.text, got)
		}
	}
	if pageNumber("2024", 1, 1) {
		t.Error("a year on a single page")
	}
}

func TestBetween(t *testing.T) {
	for _, tt := range []struct{ a, b, want string }{
		{"关于", "通知", ""}, {"the", "notice", " "}, {"2024", "年", ""}, {"见www.yunling", ".example.cn", ""}, {"0583-", "2119046", ""},
		{"网址http://a.example.cn/b", "c", ""}, {"A", "B", " "},
	} {
		if got := Between(tt.a, tt.b); got != tt.want {
			t.Errorf("between %q and %q: %q", tt.a, tt.b, got)
		}
	}
}

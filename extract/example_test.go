package extract_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"strings"

	"gongwen/extract"
	"gongwen/model"
)

const notice = `云岭市教育局关于做好2024年防汛工作的通知

各县（区）教育局，市属各学校：
一、工作要求
请于5月26日前将值班表报送市教育局办公室。

云岭市教育局
2024年5月8日
`

func ExampleExtractor_Extract() {
	var x extract.Extractor
	n, err := x.Extract(context.Background(), "notice.txt", strings.NewReader(notice))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n.Title.Text)
	fmt.Println(n.IssuedOn)
	for _, d := range n.Deadlines {
		fmt.Println(d.Text, "is", d.Due, "at line", d.Evidence.Line)
	}
	// Output:
	// 云岭市教育局关于做好2024年防汛工作的通知
	// 2024-05-08
	// 5月26日前 is 2024-05-26 at line 5
}

// Two members alone, as the command's --fields prints them.
func ExampleExtractor_ExtractBytes() {
	var x extract.Extractor
	n, err := x.ExtractBytes(context.Background(), "notice.txt", []byte(notice))
	if err != nil {
		log.Fatal(err)
	}
	model.Encode(os.Stdout, model.Select(n, []string{"genre", "issued_on"}))
	// Output:
	// {"schema":"gongwen/1","source":{"name":"notice.txt","format":"text","size":222,"sha256":"5eba3b6f169f4eda0e38c9a834f7c097197841a5a215a96eb3ec485acfdbb246","encoding":"utf-8"},"genre":"notice","issued_on":"2024-05-08"}
}

func ExampleExtractor_Text() {
	var x extract.Extractor
	raw, normal, err := x.Text(context.Background(), "line.txt", strings.NewReader("請於 ５ 月 ２６ 日前報送校辦公室。\n"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(raw, normal)
	// Output:
	// 請於 ５ 月 ２６ 日前報送校辦公室。
	// 请于5月26日前报送校办公室。
}

func ExampleExtractor_Explain() {
	var x extract.Extractor
	e, err := x.Explain(context.Background(), "notice.txt", strings.NewReader(notice))
	if err != nil {
		log.Fatal(err)
	}
	for _, l := range e.Lines {
		fmt.Println(l.Line, l.Part, l.Kind)
	}
	// Output:
	// 1 body title
	// 3 body addressees
	// 4 body heading
	// 5 body paragraph
	// 7 body signature
	// 8 body issue-date
}

// An error says which document failed and why, for those who count.
func ExampleError() {
	var x extract.Extractor
	_, err := x.ExtractBytes(context.Background(), "empty.txt", nil)
	var e *extract.Error
	if errors.As(err, &e) {
		fmt.Println(e.Kind)
	}
	fmt.Println(err)
	// Output:
	// empty
	// empty.txt: no bytes, or nothing but blanks
}

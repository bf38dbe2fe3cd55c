package segment

import "testing"

func TestCutAddress(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"邮箱：lin@mail.chenghu.", "gov.example", true},
		{"邮箱：lin@", "mail.example", true},
		{"邮箱：lin@mail", ".example", true},
		{"邮箱：lin@mail.example", "QQ", false},        // the address is whole
		{"网址见www.pier.", "example", false},          // no address of a person
		{"邮箱：lin@mail.example.", "联系人：林水", false},   // words begin their own line
		{"请寄@.", "example", false},                  // nobody before the @
		{"邮箱：lin@mail.chenghu.", "a b c", false},    // words of a table
		{"邮箱：lin@mail.chenghu.", "http://x", false}, // an address of its own
	} {
		if got := latinWord(tt.b) && cutAddress(tt.a, tt.b); got != tt.want {
			t.Errorf("%q %q: %v", tt.a, tt.b, got)
		}
	}
}

func TestLinks(t *testing.T) {
	for s, want := range map[string]bool{
		"简体版 英文版 寄给朋友": true,
		"跳至主要内容":       true,
		"• 关闭":         true,
		"【打印】":         true,
		"关闭":           false, // may be a cell
		"英文版 教材":       false,
		"打印 关闭 通知":     false,
		"":             false,
		" | ":          false,
	} {
		if got := links(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestOrder(t *testing.T) {
	for s, want := range map[string]bool{
		"梧江省人民政府令":     true,
		"梧江省人民政府第12号令": true,
		"夏令":           false,
		"关于禁止捕捞的命令":    false,
		"梧江省人民政府":      false,
	} {
		if got := order(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

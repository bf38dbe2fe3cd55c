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

func TestStamped(t *testing.T) {
	for s, want := range map[string]bool{
		"张岚 2022-03-04 08:15:30":   true,
		"2006-07-08 9:10:11":       true,
		"时间：2016-02-03 14:15:16":   true,
		"时间：2016年1月17日 14:00":      false, // of a meeting
		"开幕式 2023-02-03 14:15":     false, // a schedule
		"2023-01-20":               false,
		"会议定于，2023-02-03 14:15:16": false, // a sentence
		"各代表队报到和领取材料的时间为 2023-02-03 14:15:16": false, // too much beside it
	} {
		if got := stamped(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestReposted(t *testing.T) {
	for s, want := range map[string]bool{
		"【以下文字转载自渡口讨论区】": true,
		"【原文由舟子所发表】":     true,
		"【转载须知】":         false,
		"以下文字转载自渡口讨论区":   false,
	} {
		if got := reposted(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestTitleList(t *testing.T) {
	for s, want := range map[string]bool{
		"评选条例；各类申请表": true,
		"评选条例":       false,
		"请填写申请表，加盖公章；逾期不再受理": false,
		"评选条例；二": false,
	} {
		if got := titleList(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

// TestTitleCut: a 《title》 that breaks off goes on in the line that closes it, whatever that
// line opens; a line with a title of its own, and one without, is no rest of it.
func TestTitleCut(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"为修好全市的渡口，根据《省航道厅关", "于修缮渡口的通知》（云航发〔2024〕", true},
		{"请各渡口认真落实《省航道厅关于修缮", "渡口的通知》和《渡船检验", true},
		{"为修好全市的渡口，根据《渡口办法》", "修缮渡口》的要求", false},
		{"为修好全市的渡口，根据《省航道厅关", "《修缮渡口的通知》", false},
		{"为修好全市的渡口，根据《省航道厅关", "于修缮渡口的通知", false},
		{"根据省航道厅关", "于修缮渡口的通知》（云航发〔2024〕", false},
	} {
		if got := titleCut(tt.a, tt.b); got != tt.want {
			t.Errorf("%s | %s: %v", tt.a, tt.b, got)
		}
	}
}

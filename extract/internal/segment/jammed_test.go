package segment

import "testing"

func TestJammed(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"5 ~/ [k e3 v& q0 z 一、主题", "一、主题"},
		{"2 K4 T) _7 g5 n+ W: | 1、体裁不限", "1、体裁不限"},
		{"2、承办单位：云岭市教育局；+ D, r4 b+ u6 k( ~- w% H", "2、承办单位：云岭市教育局；"},
		{"1、体裁不限。（F3 t! m6 c/ {- [. V", "1、体裁不限。"},
		{"1 2 3 4 5 6 名单", "1 2 3 4 5 6 名单"},
		{"A B C D 四个班", "A B C D 四个班"},
		{"a + b = c 的解", "a + b = c 的解"},
		{"- / -", "- / -"},
		{"č t. p ř d, s o u n", "č t. p ř d, s o u n"},
		{"x; y, z: w! v? u.", "x; y, z: w! v? u."},
		{"比分为 3 : 2 , 1 : 0", "比分为 3 : 2 , 1 : 0"},
		{"电话：0661-5528119", "电话：0661-5528119"},
	} {
		ls := outline(tt.line + "\n" + "; u. M+ A; i. `4 S/ 甲\n" + "7 L\" \\! z- R* d2 f 乙\n" + ": s b% j% k3 y8 丙\n").Lines
		if got := ls[0].String(); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.line, got, tt.want)
		}
	}
	for _, s := range []string{"5 ~/ [k e3 v& q0 z 一、主题", "比分为 3 : 2 , 1 : 0"} { // alone on the page
		if got := outline(s + "\n请阅。\n").Lines[0].String(); got != s {
			t.Errorf("%s: got %s", s, got)
		}
	}
}

func TestUnmarred(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"???（一）检查组", "（一）检查组"},
		{"? 2.检查范围", "2.检查范围"},
		{"???检查组", "???检查组"},
		{"?1", "?1"},
		{"？（一）是什么？", "？（一）是什么？"},
	} {
		if got := outline(tt.line + "\n").Lines[0].String(); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.line, got, tt.want)
		}
	}
}

package scan

import (
	"strings"
	"testing"
)

func TestDocumentNumbers(t *testing.T) {
	for _, c := range []struct{ in, want string }{ // want: kind agency/year/number=text, joined by blanks
		{"云保〔2024〕3号", "ordinary 云保/2024/3=云保〔2024〕3号"},
		{"根据《方案》（云政办发[2020]7号）要求", "ordinary 云政办发/2020/7=云政办发〔2020〕7号"},
		{"云政发［2020］7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发【2020】7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发﹝2020﹞7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发(2020)7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发（2020）7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发〈2020〉7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发〔2020]7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发﹝2020）7号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"云政发暡2013暢7号", "ordinary 云政发/2013/7=云政发〔2013〕7号"},
		{"云政发〔二〇一三〕7号", "ordinary 云政发/2013/7=云政发〔2013〕7号"},
		{"云政字(2013)第008", "ordinary 云政字/2013/8=云政字〔2013〕第008号"},
		{"云政发〔2020〕 7 号", "ordinary 云政发/2020/7=云政发〔2020〕7号"},
		{"按照云网办函〔2022〕5号文件部署", "ordinary 云网办函/2022/5=云网办函〔2022〕5号"},
		{"任务参见云教高函〔2023〕36号", "ordinary 云教高函/2023/36=云教高函〔2023〕36号"},
		{"《通知》和云政发〔2020〕1号、云办发〔2020〕2号", "ordinary 云政发/2020/1=云政发〔2020〕1号 ordinary 云办发/2020/2=云办发〔2020〕2号"},
		{"和政发〔2020〕1号", "ordinary 和政发/2020/1=和政发〔2020〕1号"},
		{"（2013年7月8日云发〔2013〕9号）", "ordinary 云发/2013/9=云发〔2013〕9号"},
		{"云政发〔1999〕3号1999年2月5日", "ordinary 云政发/1999/3=云政发〔1999〕3号"},
		{"云政发〔1999〕31999年2月5日", ""},
		{"国数政策〔2024〕1号", "ordinary 国数政策/2024/1=国数政策〔2024〕1号"},
		{"云数据〔2024〕1号", "ordinary 云数据/2024/1=云数据〔2024〕1号"},
		{"云岭市人民政府云政发〔2020〕1号", "ordinary 云政发/2020/1=云政发〔2020〕1号"},
		{"云人社部明电〔2020〕1号", "ordinary 云人社部明电/2020/1=云人社部明电〔2020〕1号"},
		{"云岭市税务局公告2020年第8号", "announcement 云岭市税务局/2020/8=云岭市税务局公告2020年第8号"},
		{"江岭省发展改革委2020年第8号公告", "announcement 江岭省发展改革委/2020/8=江岭省发展改革委2020年第8号公告"},
		{"财务部令第87号", "order 财务部/0/87=财务部令第87号"},
		{"江岭省工业和信息化厅令 第5号", "order 江岭省工业和信息化厅/0/5=江岭省工业和信息化厅令第5号"},
		{"中华人民共和国海岭部令第31号", "order 中华人民共和国海岭部/0/31=中华人民共和国海岭部令第31号"},
		{"云岭市人民政府令（第31号）", "order 云岭市人民政府/0/31=云岭市人民政府令第31号"},
		{"云岭市人民政府第702号令", "order 云岭市人民政府/0/702=云岭市人民政府第702号令"},
		{"府教字第1130001234号", "taiwan 府教字/2024/1130001234=府教字第1130001234号"},
		{"云教学（四）字第1130001234A号", "taiwan 云教学（四）字/2024/1130001234=云教学（四）字第1130001234A号"},
		{"按国务院一九八〇年223号文件规定", "old 国务院/1980/223=国务院一九八〇年223号文件"},
		{"专题会议纪要第5号", "minutes 专题会议/0/5=专题会议纪要第5号"},

		{"云岭市工作方案（2020）", ""},
		{"工作要点（2020年）", ""},
		{"见注〔1〕", ""},
		{"《云岭通讯》[2020]第3期", ""},
		{"评选（2020）15名", ""},
		{"报名表（2020）12", ""},
		{"（2013）民字第8号", ""},
		{"云ICP备字第12345678号", ""},
		{"第八号台风", ""},
		{"1998年5号台风", ""},
		{"2020年8月3号", ""},
		{"复兴路15号", ""},
		{"2号楼", ""},
		{"令人第8号", ""},
		{"[2020]", ""},
		{"〔1890〕3号", ""},
	} {
		var got []string
		DocumentNumbers(c.in, func(lo, hi int, d DocumentNumber) bool {
			if lo < 0 || lo >= hi || hi > len(c.in) {
				t.Errorf("%q: span %d–%d", c.in, lo, hi)
			}
			got = append(got, d.Kind.String()+" "+d.Agency+"/"+itoa(d.Year)+"/"+itoa(d.Number)+"="+d.Text)
			return true
		})
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("DocumentNumbers(%q)\n got %s\nwant %s", c.in, s, c.want)
		}
	}
}

func itoa(v int) string {
	if v < 10 {
		return string(rune('0' + v))
	}
	return itoa(v/10) + string(rune('0'+v%10))
}

func TestDocumentNumberOf(t *testing.T) {
	for _, c := range []struct {
		in, text string
		n        int
	}{
		{"云保〔2024〕3号 各单位", "云保〔2024〕3号", 20},
		{"第8号", "第8号", 7},
		{"第8号\n各单位", "第8号", 7},
		{"第8号台风", "", 0},
		{"根据云保〔2024〕3号", "", 0},
		{"（云保〔2024〕3号）", "", 0},
		{"", "", 0},
	} {
		if d, n := DocumentNumberOf(c.in); d.Text != c.text || n != c.n {
			t.Errorf("DocumentNumberOf(%q) = %q, %d; want %q, %d", c.in, d.Text, n, c.text, c.n)
		}
	}
}

func FuzzDocumentNumbers(f *testing.F) {
	for _, s := range []string{"云保〔2024〕3号", "令第8号", "字第1130001234号", "一九八〇年223号文件", "公告（2020年第8号）", "暡2013暢7"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		DocumentNumbers(s, func(lo, hi int, d DocumentNumber) bool {
			if lo < last || hi <= lo || hi > len(s) || d.Text == "" {
				t.Fatalf("%q: %d–%d %+v", s, lo, hi, d)
			}
			last = hi
			return true
		})
		if _, n := DocumentNumberOf(s); n < 0 || n > len(s) {
			t.Fatalf("%q: %d", s, n)
		}
	})
}

func BenchmarkDocumentNumbers(b *testing.B) {
	s := strings.Repeat("各单位要高度重视，加强组织领导（见附件），根据《关于开展活动的通知》（云保〔2024〕3号）要求，于2024年5月10日前报送总结。", 200)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		DocumentNumbers(s, func(lo, hi int, d DocumentNumber) bool { return true })
	}
}

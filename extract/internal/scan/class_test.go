package scan

import "testing"

func TestDateClasses(t *testing.T) {
	for _, c := range []struct{ in, class, want string }{
		{"请于5月26日前报送", "when", "5月26日"},
		{"请于5月26日前报送", "by", "5月26日前"},
		{"于5月26日报送", "when", "5月26日"},
		{"于5月26日报送", "by", ""},
		{"自即日起至5月26日止", "until", "即日起至5月26日止"},
		{"自即日起至5月26日止", "by", ""},
		{"即日起执行", "until", ""},
		{"各单位要高度重视", "when", ""},
	} {
		got := ""
		class := DateClasses(c.in)[c.class]
		for i := range c.in {
			if n := class(c.in, i); n > 0 {
				got = c.in[i : i+n]
			}
		}
		if got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.class, c.in, got, c.want)
		}
	}
}

package pdf

// paint draws and paints paths.
func (in *interpreter) paint(op string) {
	p, at := &in.path, in.state.ctm.apply
	switch op {
	case "m":
		p.Move(at(in.num(2), in.num(1)))
	case "l":
		p.Line(at(in.num(2), in.num(1)))
	case "c", "v", "y":
		p.Curve(at(in.num(2), in.num(1)))
	case "h":
		p.Close()
	case "re":
		x, y, w, h := in.num(4), in.num(3), in.num(2), in.num(1)
		x0, y0 := at(x, y)
		x1, y1 := at(x+w, y+h)
		p.Box(x0, y0, x1, y1)
	case "S", "B", "B*":
		p.Stroke()
	case "s", "b", "b*":
		p.Close()
		p.Stroke()
	case "f", "F", "f*":
		p.Fill()
	case "n":
		p.Drop()
	}
}

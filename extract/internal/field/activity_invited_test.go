package field

import "testing"

// TestInvited: the event to which a letter of Taiwan asks people to be sent, and subjects
// of the same words that ask for none.
func TestInvited(t *testing.T) {
	for _, tt := range []struct{ subject, want string }{
		{"检送本县“112年度渔船维护研习”计划1份，请贵所派员参加，请查照。", "112年度渔船维护研习 2023-05-20/2023-05-20\n"},
		{"请贵所派员参加“112年度渔船维护研习”，请查照。", "派员参加“112年度渔船维护研习” 2023-05-20/2023-05-20\n"},
		{"检送本县“渔歌传唱比赛”计划1份，请遴派选手参赛，请查照。", "渔歌传唱比赛 2023-05-20/2023-05-20\n"},
		{"检送本县「渔歌传唱比赛」计划1份，请遴派选手参赛，请查照。", "渔歌传唱比赛 2023-05-20/2023-05-20\n"},
		{"检送本县“渔船维护研习”计划1份，请查照。", ""},
		{"检送「渔船维护手册」1份，请派员参加，请查照。", ""},
		{"检送“渔船维护手册”1份，请派员参加，请查照。", ""}, // no event is named
		{"有关贵所派员参加“渔船维护研习”一案，复如说明，请查照。", ""},
		{"有关请派员参加“渔船维护研习”一案，复如说明，请查照。", ""},
		{"检送本县“渔歌传唱比赛”计划1份，请选派一名联络员，请查照。", ""},
	} {
		text := "云岭县临溪乡公所　函\n受文者：临溪渔业所\n发文日期：中华民国112年4月20日\n发文字号：临渔字第1120001234号\n速别：普通件\n主旨：" + tt.subject +
			"\n说明：\n一、依县府112年4月2日函办理。\n二、旨揭活动订于112年5月20日假渔业所办理。\n正本：临溪渔业所\n"
		if got := activityLines(noticeOf(text)); got != tt.want {
			t.Errorf("%s:\n got %swant %s", tt.subject, got, tt.want)
		}
	}
}

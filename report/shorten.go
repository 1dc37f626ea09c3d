package report

// Shorten is text, or as much of its start as makes at most so many letters with
// an ellipsis; and how many letters it had, where some were taken away.
func Shorten(text string, most int) (short string, had int) {
	if len(text) <= most {
		return text, 0
	}
	letters := []rune(text)
	if len(letters) <= most {
		return text, 0
	}
	return string(letters[:most-1]) + "…", len(letters)
}

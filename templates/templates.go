// Package templates holds the files that are built into the program and that
// an officer may copy out and change.
package templates

import _ "embed"

// RulebookTOML is the default rulebook, as `panelpack rulebook` prints it.
//
//go:embed rulebook.toml
var RulebookTOML []byte

// CouncilTOML is a council's own file with nothing filled in, as `panelpack
// council` prints it.
//
//go:embed council.toml
var CouncilTOML []byte

# panelpack: everything that is done with the project, by name. `make` alone
# lists it. A fresh machine needs Go, git and make; the rest is fetched.

VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unversioned)
LDFLAGS   = -s -w -X main.version=$(VERSION:v%=%)
BUILD     = CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)'
SAMPLE    = samples/nel-2022-09.xlsx
PLATFORMS = windows/amd64 darwin/arm64 darwin/amd64 linux/amd64
FUZZTIME ?= 10s

.DEFAULT_GOAL = help
.PHONY: help demo build test check bench dist samples fuzz pictures visual

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## turn the sample workbook into a pack in out/
	@./bin/panelpack build $(SAMPLE) --out out

build: ## build bin/panelpack
	@$(BUILD) -o bin/panelpack$(shell go env GOEXE) ./cmd/panelpack

test: ## run the tests
	@./.ci/tools
	go test ./...

check: ## the definition of done: format, vet, staticcheck, race, tidy, samples
	@./.ci/tools
	@unformatted=$$(gofmt -l cmd report samples templates); \
		test -z "$$unformatted" || { echo "not formatted: $$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	go test -race ./...
	go mod tidy -diff
	go run ./samples/gen -check

bench: ## run the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

dist: ## build one program for each system into dist/
	@for p in $(PLATFORMS); do \
		out=dist/panelpack-$${p%/*}-$${p#*/}; \
		case $$p in windows/*) out=$$out.exe ;; esac; \
		GOOS=$${p%/*} GOARCH=$${p#*/} $(BUILD) -o $$out ./cmd/panelpack || exit 1; \
		echo "made $$out"; \
	done

samples: ## make the sample workbook again from its facts
	go run ./samples/gen

fuzz: ## try each fuzz target for FUZZTIME (10s)
	@for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg || exit 1; \
		done; \
	done

pictures: demo ## draw the pages in docs/images again from the sample
	@./.ci/pictures out/pack.pdf docs/images

visual: ## set the pages that differ from OLD (the last commit) side by side
	@./.ci/visual $(or $(OLD),HEAD) out/visual

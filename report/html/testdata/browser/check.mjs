// Opens finished pages in Chromium and prints, as JSON, what is wrong with
// each: node check.mjs [--shots FOLDER] FACES PAGE.html...
//
// FACES is a folder with the page's own typeface, regular.ttf and bold.ttf, so
// that no answer depends on which fonts a machine has.
//
// It looks for mistakes in the HTML, violations of WCAG 2.2 A and AA that axe
// can tell (light and dark, wide and narrow, with the script and without),
// requests, errors on the console, text that needs sideways scrolling, and what
// a person who has only a keyboard meets.
import { readFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];
const widths = { phone: 360, tablet: 768, desktop: 1280 };
// Letters a fifth wider stand for typefaces that a reader may have in place of
// ours; the rest is the spacing of WCAG 1.4.12.
const wider = "120%";
const spaced = "* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }";
const face = (folder, name, weight, size) => `@font-face { font-family: "Liberation Sans"; font-weight: ${weight}; size-adjust: ${size};
  src: url(data:font/ttf;base64,${readFileSync(join(folder, name)).toString("base64")}) }`;
const faces = (folder, size) => face(folder, "regular.ttf", 400, size) + face(folder, "bold.ttf", 700, size);
const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ["html-validate:standard"],
  rules: {
    // Tables that stand as blocks on a phone lose their meaning in some
    // browsers unless their roles are said aloud.
    "no-redundant-role": "off",
    "prefer-native-element": ["error", { exclude: ["table", "row", "cell", "rowgroup", "columnheader", "rowheader", "img"] }],
  },
}));

async function mistakes(path) {
  const report = await validator.validateFile(path);
  return report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`));
}

async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => axe.run(document, { runOnly: tags }), standards);
  const told = (list) => list.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(", ")}`);
  // What axe cannot decide by itself is listed apart.
  return { violations: told(found.violations), undecided: told(found.incomplete), passes: found.passes.length };
}

// sideways is the elements with text that stand out of the page, of the region
// that a wide table scrolls in, or of their chart; and the regions that scroll
// and cannot be reached. On a phone none may have to.
const sideways = () => {
  const out = [];
  if (document.scrollingElement.scrollWidth > innerWidth) out.push(`the page is ${document.scrollingElement.scrollWidth} wide`);
  for (const e of document.querySelectorAll("p, li, dt, dd, th, td, h1, h2, h3, h4, caption, summary, figcaption, .share")) {
    const box = e.getBoundingClientRect(), region = innerWidth > 600 && e.closest(".scroll");
    const edge = region ? region.getBoundingClientRect().left - region.scrollLeft + region.scrollWidth : innerWidth;
    if (box.width > 1 && (box.right > edge + 1 || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline")) {
      out.push(`${e.tagName} ${e.textContent.trim().slice(0, 40)}: ${Math.round(box.right)}, ${e.scrollWidth} in ${e.clientWidth}`);
    }
  }
  for (const e of document.querySelectorAll("svg:not(.marks) text")) {
    const box = e.getBoundingClientRect(), chart = e.ownerSVGElement.getBoundingClientRect();
    if (box.left < chart.left - 1 || box.right > chart.right + 1) out.push(`the label ${e.textContent} stands out of its chart`);
  }
  if (document.querySelector(".scroll .controls")) out.push("the choices scroll away with their table");
  for (const e of document.querySelectorAll(".scroll")) {
    if (e.scrollWidth > e.clientWidth && !(e.tabIndex === 0 && e.ariaLabel)) out.push(`the keyboard cannot scroll ${e.textContent.trim().slice(0, 40)}`);
  }
  return out;
};

const focused = () => {
  const e = document.activeElement, look = getComputedStyle(e), box = e.getBoundingClientRect();
  return {
    name: `${e.tagName} ${(e.innerText ?? "").trim() || e.textContent.trim()}`.slice(0, 60),
    seen: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    index: globalThis.stops.indexOf(e),
  };
};

// walk presses the tab key through the whole page.
async function walk(page) {
  const wrong = [];
  const stops = await page.evaluate(() => {
    globalThis.stops = [...document.querySelectorAll("a[href], summary, button, select")].filter((e) => e.checkVisibility());
    return globalThis.stops.length;
  });
  let last = -1, count = 0;
  await page.keyboard.press("Tab");
  const first = await page.evaluate(focused);
  if (!first.name.startsWith("A Skip")) wrong.push(`the first stop is ${first.name}`);
  for (let stop = first; stop.index > last; stop = await page.evaluate(focused)) {
    if (!stop.seen) wrong.push(`focus cannot be seen on ${stop.name}`);
    last = stop.index;
    count++;
    await page.keyboard.press("Tab");
  }
  if (count !== stops) wrong.push(`${count} of ${stops} stops were reached, the last in order`);
  return { stops: count, wrong };
}

// act uses what can be used: skip link, a table that opens, sorting, choosing.
async function act(page) {
  const wrong = [];
  const expect = (ok, words) => { if (!ok) wrong.push(words); };
  await page.reload();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), "the skip link does not lead into main");
  const summary = page.locator("summary").first();
  if (await summary.count()) {
    await summary.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details").first().evaluate((d) => d.open), "Enter does not open the figures");
  }
  if (await page.locator("table[data-controls]").count()) {
    const table = page.locator("table[data-controls]");
    const shown = () => table.locator("tbody tr[data-rating]:visible").count();
    const all = await shown();
    const select = page.locator(".controls select").first();
    await select.focus();
    await page.keyboard.press("ArrowDown");
    const key = await select.inputValue();
    const wanted = await table.locator(`tbody tr[data-rating="${key}"]`).count();
    expect(key !== "" && await shown() === wanted, `choosing ${key} shows ${await shown()} rows, not ${wanted}`);
    expect((await page.locator(".controls [role=status]").innerText()) === `${wanted} of ${all} shown`, "the count is not told");
    await page.keyboard.press("ArrowUp");
    expect(await shown() === all, "choosing all again does not show all");
    const head = table.locator("thead th").filter({ hasText: "Actual" });
    await head.locator("button").focus();
    await page.keyboard.press("Enter");
    expect(await head.getAttribute("aria-sort") === "ascending", "Enter does not sort");
    const sorted = await table.locator("tbody").first().evaluate((group, column) => {
      const values = [...group.rows].filter((r) => r.cells.length > 1).map((r) => parseFloat(r.cells[column].textContent.replaceAll(",", "").replace("\u2212", "-")));
      return values.every((v, i) => i === 0 || !(values[i - 1] > v));
    }, await head.evaluate((h) => h.cellIndex));
    expect(sorted, "the column is not in order after sorting");
  }
  return wrong;
}

async function look(browser, folder, path, shots) {
  const address = pathToFileURL(resolve(path)).href;
  const answer = { page: basename(path), mistakes: await mistakes(path), axe: {}, requests: [], errors: [], sideways: {} };
  const open = async (options) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    page.on("request", (r) => { if (r.url() !== address) answer.requests.push(r.url().slice(0, 100)); });
    page.on("console", (m) => { if (m.type() !== "log") answer.errors.push(m.text()); });
    page.on("pageerror", (e) => answer.errors.push(String(e)));
    await page.goto(address);
    return page;
  };
  for (const scheme of ["light", "dark"]) {
    for (const [name, width] of Object.entries(widths)) {
      if (!shots && (name === "tablet" || name === "phone" && scheme === "dark")) continue;
      const page = await open({ viewport: { width, height: 900 }, colorScheme: scheme });
      if (shots) await page.screenshot({ path: join(shots, `${answer.page}-${name}-${scheme}.png`), fullPage: true, timeout: 60000 });
      // A phone shows no other colours than a desktop.
      if (name === "desktop" || name === "phone" && scheme === "light") {
        await page.evaluate(() => document.querySelectorAll("details").forEach((d, i) => { d.open = i < 3; }));
        answer.axe[`${name} ${scheme}`] = await violations(page);
      }
      await page.context().close();
    }
  }
  for (const width of [320, 360, 768, 1280]) {
    for (const [letters, look] of Object.entries({ "": faces(folder, "100%"), ", wide letters": faces(folder, wider) + spaced })) {
      const page = await open({ viewport: { width, height: 900 }, bypassCSP: true });
      await page.addStyleTag({ content: look });
      await page.evaluate(async () => {
        document.querySelectorAll("details").forEach((d) => { d.open = true; });
        await document.fonts.ready;
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      });
      answer.sideways[width + letters] = await page.evaluate(sideways);
      await page.context().close();
    }
  }
  const still = await open({ javaScriptEnabled: false });
  answer.withoutScript = { controls: await still.locator(".controls, th button").count(), metrics: await still.locator("article:visible").count() };
  await still.context().close();
  const page = await open({});
  answer.walk = await walk(page);
  answer.acts = await act(page);
  if (shots) await page.pdf({ path: join(shots, `${answer.page}.pdf`), preferCSSPageSize: true });
  await page.context().close();
  return answer;
}

const args = process.argv.slice(2);
const shots = args[0] === "--shots" ? args.splice(0, 2)[1] : null;
const folder = args.shift();
const profile = mkdtempSync(join(tmpdir(), "browser-"));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  const answers = await Promise.all(args.map((path) => look(browser.browser(), folder, path, shots)));
  console.log(JSON.stringify(answers, null, 1));
} finally {
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
}

// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the redirect page's own script with a stand-in for a browser and looks what it does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import vm from "node:vm";

const page = readFileSync(new URL("../../packaging/redirect-page/index.html", import.meta.url), "utf8");
const script = /<script>([\s\S]*?)<\/script>/.exec(page)[1];
const ids = [...page.matchAll(/ id="(\w+)"/g)].map((match) => match[1]);

const state = "A".repeat(43) + ".50123." + "b_-C".repeat(5) + "d2";
const seller = (value) => `?state=${value}&selling_partner_id=A1B2&spapi_oauth_code=AN%7Cx`;

/// Opens the page as a browser would; `how` is the kind of navigation.
async function open(search, { how = "navigate", language = "en-GB", clipboard = true } = {}) {
  const browser = { assigned: [], copied: [], listeners: {} };
  const elements = Object.fromEntries(
    ids.map((id) => [id, { hidden: page.includes(`id="${id}" hidden`), textContent: "", value: "", href: "",
      focus() { browser.focused = id; }, select() { browser.selected = id; },
      addEventListener(type, listener) { browser.listeners[`${id} ${type}`] = listener; } }]));
  const strict = (target) => new Proxy(target, {
    get(object, name) {
      assert.ok(name in object || typeof name === "symbol", `the script asks for ${String(name)}`);
      return object[name];
    },
  });
  const context = strict({
    document: strict({ documentElement: {}, getElementById: (id) => elements[id] ?? assert.fail(`no element ${id}`) }),
    location: strict({ search, href: "https://agency.example/sellerkeep/" + search, assign: (url) => browser.assigned.push(url) }),
    navigator: strict({ language, clipboard: { writeText: async (text) => {
      if (!clipboard) throw new Error("not allowed");
      browser.copied.push(text);
    } } }),
    performance: strict({ getEntriesByType: (type) => (type === "navigation" ? [{ type: how }] : []) }),
    URLSearchParams, Number,
  });
  vm.runInNewContext(`(function (document, location, navigator, performance, URLSearchParams, Number) {${script}})`)(
    context.document, context.location, context.navigator, context.performance, URLSearchParams, Number);
  return { ...browser, elements, browser };
}

const cases = {
  async "hands over to the listener that the state names"() {
    const { assigned, elements } = await open(seller(state));
    assert.deepEqual(assigned, ["http://127.0.0.1:50123/b_-Cb_-Cb_-Cb_-Cb_-Cd2" + seller(state)]);
    assert.equal(elements.link.href, assigned[0]);
    assert.equal(elements.handOver.hidden, false);
    assert.equal(elements.address.value, "https://agency.example/sellerkeep/" + seller(state));
  },
  async "Amazon Ads' answer is handed over too"() {
    const { assigned } = await open(`?code=ANx&state=${state}&scope=a`);
    assert.equal(assigned.length, 1);
  },
  async "whoever comes back finds it for pasting"() {
    for (const how of ["back_forward", "reload"]) {
      const { assigned, elements } = await open(seller(state), { how });
      assert.deepEqual(assigned, []);
      assert.equal(elements.byHand.hidden, false);
      assert.equal(elements.handOver.hidden, false);
    }
  },
  async "without a listener it is only shown"() {
    for (const other of ["A".repeat(43), `${"A".repeat(43)}.0.${"b".repeat(22)}`, `${"A".repeat(43)}.70000.${"b".repeat(22)}`,
      `${"A".repeat(43)}.80@evil.example/.${"b".repeat(22)}`, `x${state}`, `${state}x`, `${state}%0A`, ""]) {
      const { assigned, elements } = await open(seller(other));
      assert.deepEqual(assigned, [], other);
      assert.equal(elements.handOver.hidden, true, other);
      assert.equal(elements.byHand.hidden, false, other);
    }
  },
  async "a refusal is handed over as well"() {
    const { assigned, elements } = await open(`?error=access_denied&state=${state}`);
    assert.equal(assigned.length, 1);
    assert.match(elements.text.textContent, /declined/);
  },
  async "opened without an answer it does nothing"() {
    for (const search of ["", "?", "?state=x", "?code=y"]) {
      const { assigned, elements } = await open(search);
      assert.deepEqual(assigned, []);
      assert.equal(elements.byHand.hidden, true);
      assert.match(elements.text.textContent, /nothing to do/);
    }
  },
  async "copies the whole address"() {
    const { browser, elements } = await open(seller(state));
    await browser.listeners["copy click"]();
    assert.deepEqual(browser.copied, ["https://agency.example/sellerkeep/" + seller(state)]);
    assert.match(elements.copied.textContent, /Copied/);
  },
  async "without a clipboard it selects"() {
    const { browser, elements } = await open(seller(state), { clipboard: false });
    await browser.listeners["copy click"]();
    assert.equal(browser.selected, "address");
    assert.match(elements.copied.textContent, /Selected/);
  },
  async "speaks German to Germans"() {
    const { elements } = await open(seller(state), { language: "de-AT" });
    assert.match(elements.text.textContent, /Zustimmung/);
    for (const id of ["link", "label", "copy"])
      assert.notEqual(elements[id].textContent, "");
  },
};

let failed = 0;
for (const [name, run] of Object.entries(cases)) {
  try {
    await run();
    console.log(`ok: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
}
process.exit(failed ? 1 : 0);

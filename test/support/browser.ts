import axe, { type AxeResults } from 'axe-core';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Where screenshots are kept to be looked at. */
const shots = process.env.RELANCE_TEST_SHOTS ?? join(tmpdir(), 'relance-shots');

export type Reader = {
  readonly page: Page;
  /** Goes to an address and waits until the screen stands. */
  readonly open: (address: string) => Promise<void>;
  /** The faults that axe finds on the screen, one line each. */
  readonly faults: () => Promise<readonly string[]>;
  /** Keeps a picture at two widths. */
  readonly picture: (name: string) => Promise<void>;
  /** What the browser itself complained of: errors of scripts, of loading, of the content security policy. */
  readonly complaints: readonly string[];
};

/** Signs a browser in, as the session's cookie does. */
export async function signInBrowser(context: BrowserContext, home: string, relance: SignsIn): Promise<void> {
  const value = await relance.signIn();
  await context.addCookies([{ name: 'relance_session', value, url: home, httpOnly: true, sameSite: 'Lax' }]);
}
type SignsIn = { readonly signIn: () => Promise<string> };

/** One real browser; each reader has a context of their own, signed in as the administrator where a Relance is given. */
export async function openBrowser(home: () => string, relance?: SignsIn) {
  const browser = await chromium.launch({
    executablePath: process.env.RELANCE_TEST_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  mkdirSync(shots, { recursive: true });
  return {
    close: () => browser.close(),
    reader: async (language: string, width = 1280, hasScripts = true): Promise<Reader> => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        timezoneId: 'Europe/Paris',
        reducedMotion: 'reduce',
        javaScriptEnabled: hasScripts,
      });
      await context.addInitScript({ content: `localStorage.setItem('relance.language', '${language}')` });
      if (relance !== undefined) await signInBrowser(context, home(), relance);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
      });
      const settle = async (): Promise<void> => {
        await page.locator('h1').waitFor();
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      };
      return {
        page,
        complaints,
        open: async (address) => {
          await page.goto(home() + address);
          await settle();
        },
        faults: async () => {
          await page.evaluate(axe.source);
          const { violations } = await page.evaluate<AxeResults>(
            `axe.run(document, { runOnly: ${JSON.stringify(standards)} })`,
          );
          return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} (${failureSummary ?? ''})`),
          );
        },
        picture: async (name) => {
          for (const [size, pixels] of [
            ['wide', 1280],
            ['narrow', 360],
          ] as const) {
            await page.setViewportSize({ width: pixels, height: 900 });
            await page.waitForTimeout(150);
            await page.screenshot({ path: join(shots, `${name}-${language}-${size}.png`), fullPage: true });
          }
          await page.setViewportSize({ width, height: 900 });
        },
      };
    },
  };
}

/** What is read out of whatever has the focus: its label, or its text. */
const focused = `(() => {
  const at = document.activeElement;
  return (at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '').trim();
})()`;

/** Presses Tab until something has the focus whose name begins so; gives up where a person would. */
export async function tabTo({ page }: Reader, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const text = await page.evaluate<string>(focused);
    if (text === name || text === `${name} *`) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`nobody gets to “${name}” by keyboard`);
}

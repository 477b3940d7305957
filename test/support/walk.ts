import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** What one screen offers, and what it complained of. */
export type Seen = { readonly offers: readonly string[]; readonly faults: readonly string[] };

/** Everything on the screen that somebody can press, by name; and the links to screens that change something. */
const pressable = `[...document.querySelectorAll(
  '#main button, #main summary, #main a[href$="/new"], #main a[href$="/add"], #main a[href*="/edit"], #main a[href*="/adopt"]'
)].filter((each) => each.checkVisibility()).map((each) => each.textContent.replace(/\\s+/g, ' ').trim())`;
const alerts = `[...document.querySelectorAll('#main [role="alert"]')].map((each) => each.textContent)`;

/** Goes from screen to screen as one who follows links, and hears every answer of the API that is a refusal. */
export function walker(page: Page) {
  const failed: string[] = [];
  let waiting = 0;
  const isOurs = (url: string): boolean => url.includes('/api/v1/') && !url.endsWith('/changes');
  page.on('request', (request) => {
    if (isOurs(request.url())) waiting += 1;
  });
  const ended = (request: { url: () => string }): void => {
    if (isOurs(request.url())) waiting -= 1;
  };
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (isOurs(response.url()) && response.status() >= 400) failed.push(`${String(response.status())} ${pathname}`);
  });
  const settle = async (): Promise<void> => {
    await page.locator('h1').waitFor();
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await wait(30);
      if (waiting > 0) quiet = 0;
    }
    await page.locator('#main [aria-busy="true"]').first().waitFor({ state: 'detached' });
  };
  return async (address: string, awaited = 'h1'): Promise<Seen> => {
    failed.length = 0;
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(address)})`);
    await settle();
    await page.locator(awaited).first().waitFor();
    const troubles = await page.evaluate<string[]>(alerts);
    return {
      offers: await page.evaluate<string[]>(pressable),
      faults: [...failed, ...troubles].map((fault) => `${address}: ${fault}`),
    };
  };
}

import type { InjectOptions, LightMyRequestResponse } from 'fastify';

/** Whatever answers requests; a bent one stands for an application with a fault. */
export type Site = { readonly inject: (request: InjectOptions) => Promise<LightMyRequestResponse> };

type Fields = readonly (readonly [name: string, value: string])[];

/** The forms of a page with what a program finds filled in, and with what it may press and tick. */
function formsIn(html: string) {
  const attribute = (tag: string, name: string): string | undefined =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return [...html.matchAll(/<form[^>]*action="([^"]+)"[^>]*>(.*?)<\/form>/gs)].map(([, action = '', inner = '']) => {
    const tags = [...inner.matchAll(/<(?:input|button)[^>]*>/g)].map(([tag]) => tag);
    const named = (tag: string) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? 'on'] as const;
    const isChoice = (tag: string) => /type="(?:radio|checkbox)"/.test(tag);
    const defaults = tags
      .filter((tag) => tag.startsWith('<input') && (!isChoice(tag) || / checked/.test(tag)))
      .map(named);
    const areas = [...inner.matchAll(/<textarea name="([^"]+)"[^>]*>([^<]*)</g)].map(
      ([, name = '', text = '']) => [name, text] as const,
    );
    return {
      action: action.replaceAll('&amp;', '&'),
      defaults: [...defaults, ...areas] as Fields,
      buttons: tags.filter((tag) => tag.startsWith('<button') && attribute(tag, 'name')).map(named),
      choices: tags.filter(isChoice).map(named),
    };
  });
}

/**
 * What programs between a mail and its reader are known to do: ask for the head, open, fetch ahead, send every form as it stands,
 * press every button, tick one thing after the other. The number of requests that it took.
 */
export async function scan(site: Site, link: string, remoteAddress: string): Promise<number> {
  let requests = 0;
  const send = (request: InjectOptions) => {
    requests += 1;
    return site.inject({ remoteAddress, ...request });
  };
  const post = (url: string, fields: Fields) =>
    send({
      method: 'POST',
      url,
      payload: new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  await send({ method: 'HEAD', url: link });
  await send({ method: 'GET', url: link, headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } });
  const { body } = await send({ method: 'GET', url: link });
  for (const { action, defaults, buttons, choices } of formsIn(body)) {
    await post(action, defaults);
    for (const button of buttons) {
      const { body: answer } = await post(action, [...defaults, button]);
      // One step further: whatever stands behind a button is sent as it stands too.
      for (const behind of formsIn(answer)) await post(behind.action, behind.defaults);
    }
    for (const choice of choices) await post(action, [...defaults, choice, ['do', 'send']]);
  }
  return requests;
}

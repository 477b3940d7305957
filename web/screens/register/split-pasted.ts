/** One recommendation as it was pasted: its number in the report, if it has one, and its words in one line. */
export type Pasted = { readonly paragraph: string | null; readonly text: string };

/**
 * `12.` `118.3` `118.3.` `(a)` `b)` `§ 12` `§ 12(b)` before the words. A number alone needs a mark or a second part behind
 * it: “2030 Agenda” and “12 persons” begin no recommendation.
 */
const numbering =
  /^\s*(?:(?:§|¶|para(?:graph)?\.?)\s*(\d[\d.]*(?:\s?\([a-z\d]{1,4}\))?)[.):]?|(\d{1,4}(?:\.\d{1,3})+(?:\s?\([a-z\d]{1,4}\))?)[.):]?|(\d{1,4})[.)]|(\([a-z\d]{1,4}\))|([a-z])\))\s+(?=\S)/iu;
const bullet = /^\s*[-–—•*·]\s+(?=\S)/u;

/** Takes what was copied out of a report apart: a number, a bullet or an empty line begins the next recommendation. */
export function splitPasted(pasted: string): readonly Pasted[] {
  const found: { paragraph: string | null; lines: string[] }[] = [];
  let isOpen = false;
  for (const line of pasted.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    if (line.trim() === '') {
      isOpen = false;
      continue;
    }
    const begun = begunBy(line);
    if (begun !== undefined) found.push({ paragraph: begun.paragraph, lines: [begun.text] });
    else if (isOpen) found.at(-1)?.lines.push(line.trim());
    else found.push({ paragraph: null, lines: [line.trim()] });
    isOpen = true;
  }
  return found.map(({ paragraph, lines }) => ({ paragraph, text: joined(lines) }));
}

function begunBy(line: string): Pasted | undefined {
  const numbered = numbering.exec(line);
  if (numbered !== null) {
    const paragraph = numbered.slice(1).find((part) => part !== undefined) ?? '';
    return { paragraph: paragraph.replace(/\.$/, ''), text: line.slice(numbered[0].length).trim() };
  }
  const bulleted = bullet.exec(line);
  return bulleted === null ? undefined : { paragraph: null, text: line.slice(bulleted[0].length).trim() };
}

/** A word that was broken at the end of a line is one word again. */
const joined = (lines: readonly string[]): string =>
  lines.reduce((text, line) =>
    /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(line) ? text.slice(0, -1) + line : `${text} ${line}`,
  );

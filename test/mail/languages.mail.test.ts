import type { DigestContent, DigestItem } from '../../activities/mail/digest-content.ts';
import { renderDigest } from '../../activities/mail/render.ts';
import { sampleContent } from '../../activities/mail/sample.ts';
import { languages, type Language } from '../../db/schema.ts';
import { noticeKinds, type NoticeKind } from '../../domain/follow-up/notices.ts';
import { wordsFor } from '../../words/words.ts';
import { openPGliteDatabase } from '../support/databases.ts';
import { openMailOffice } from '../support/mail-office.ts';
import { latinIn, textsOf } from '../support/words.ts';

const link = 'https://relance.example/answer/preview';
const sample = (kind: NoticeKind, language: Language, over: Partial<DigestItem> = {}): DigestContent => {
  const content = sampleContent(kind, { language, link, senderName: 'Relance' });
  return { ...content, items: content.items.map((item) => ({ ...item, ...over })) };
};

/** A digest of each kind as it usually is, and as it is when little is known and much is late. */
const variantsOf = (kind: NoticeKind, language: Language): readonly DigestContent[] => {
  const bare = {
    followUp: { round: null, extension: null, closure: null, appeal: null, position: 'pending' as const },
    isStandIn: true,
    lastAnswerOn: null,
    askedOn: null,
  };
  const [usual, late] = [sample(kind, language), sample(kind, language, { ...bare, isDelayed: true, standsFor: 2 })];
  const { items } = sample('closed', language);
  return [usual, late, { ...usual, items: [...usual.items, ...late.items, ...items] }];
};

/** What is said in the words of others, whatever the reader's language. */
function withoutOthersWords(text: string, { name, items }: DigestContent): string {
  const theirs = items.flatMap(({ question, rungSays, sourceTitle, reportSymbol, text: asked }) =>
    [question, rungSays, sourceTitle, reportSymbol, asked].filter((each) => each !== null),
  );
  return [name, link, ...theirs, 'https://relance.example/api/v1/recommendations/rec_1'].reduce(
    (rest, each) => rest.replaceAll(each, ''),
    text,
  );
}

const englishPhrases = [...textsOf(wordsFor('en').mail).values()]
  .flatMap((text) => text.split(/\{\w+\}/))
  .map((part) => part.trim())
  .filter((part) => part.split(' ').length > 1);

function leftovers(content: DigestContent, language: Language): readonly string[] {
  const { subject, text } = renderDigest(content);
  const said = withoutOthersWords(`${subject}\n${text}`, content);
  const english = englishPhrases.filter((phrase) => said.includes(phrase));
  const latin = language === 'fr' || language === 'es' ? undefined : latinIn(said);
  return latin === undefined ? english : [...english, latin];
}

const inEveryLanguage = languages.flatMap((language) => noticeKinds.map((kind) => [language, kind] as const));

test.each(inEveryLanguage)('in %s a notice of kind %s is written whole', (language, kind) => {
  for (const content of variantsOf(kind, language)) {
    const { subject, html, text } = renderDigest(content);
    for (const each of [subject, html, text]) expect(each).not.toMatch(/undefined|\[object|\{(?!\s)\w+\}|null/);
    if (language !== 'en') expect(leftovers(content, language)).toEqual([]);
  }
});

test.each(noticeKinds)('an English notice of kind %s would be found out', (kind) => {
  for (const language of languages.filter((each) => each !== 'en'))
    for (const content of variantsOf(kind, 'en')) expect(leftovers(content, language)).not.toEqual([]);
});

describe('Arabic', () => {
  const rendered = renderDigest(sample('escalation', 'ar'));

  test('runs from right to left, also where a mail client drops the attributes of the page', () => {
    expect(rendered.html).toContain('<html lang="ar" dir="rtl">');
    expect(rendered.html).toMatch(/<div class="page"[^>]* lang="ar" dir="rtl"/);
    expect(renderDigest(sample('escalation', 'ru')).html).not.toContain('rtl');
  });

  test('lets a recommendation run as it is written, and marks the playbook’s words as English', () => {
    expect(rendered.html).toMatch(/<p class="said" dir="auto">Example of a recommendation/);
    expect(rendered.html).toContain('<span lang="en" dir="ltr">What has been done since the last check-in');
    expect(rendered.html).toContain('<span lang="en" dir="ltr">The desk officer calls');
    expect(renderDigest(sample('escalation', 'en')).html).not.toContain('lang="en" dir="ltr">What');
  });

  test('keeps Latin pieces apart in plain text, and gives the link a line of its own', () => {
    expect(rendered.text).toContain('\u2068Alex Martin\u2069');
    expect(rendered.text).toContain('«\u2068Example of a recommendation');
    expect(rendered.text.split('\n')).toContain(link);
    expect(renderDigest(sample('escalation', 'en')).text).not.toMatch(/[\u2066-\u2069]/);
  });

  test('writes numbers in the digits of document symbols', () => {
    const said = `${rendered.subject}${rendered.text}`;
    expect(said).toContain('18 شباط/فبراير 2027');
    expect(said).not.toMatch(/[\u0660-\u0669]/);
  });
});

test('the mail that leaves is in the contact’s language, and says so', async () => {
  const database = await openPGliteDatabase();
  const office = await openMailOffice(database);
  try {
    await office.contact('con_ana', 'آنا', { language: 'ar' });
    await office.assign('focal-point', 'con_ana');
    const followUp = await office.follow('rec_1');
    followUp.waitUntil(followUp.started.pending[0]!.dueAt);
    await office.save('rec_1', followUp);
    office.setTime(followUp.started.round!.askedAt!);
    const { sendAt } = await office.planDigest('con_ana');
    office.setTime(sendAt!);
    expect(await office.deliverDigest('con_ana')).toMatchObject({ outcome: 'accepted' });
    const { parsed } = office.smtp.received[0]!;
    expect(parsed.headers.get('content-language')).toBe('ar');
    expect(parsed.subject).toContain('متابعة تنفيذ التوصيات (سلوفينيا): بند واحد');
    expect(parsed.html).toContain('dir="rtl"');
    expect(parsed.text).toContain('الرد الآن:\nhttps://relance.example/answer/con_ana.rec_1.focal-point');
  } finally {
    await office.close();
    await database.close();
  }
});

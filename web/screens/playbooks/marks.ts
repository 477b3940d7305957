import type { EventMarks, LimitMark, Mark, Picture } from '../../../domain/forecast/picture.ts';
import type { Playbook } from '../../../domain/playbooks/playbook.ts';
import { fill } from '../../../words/plurals.ts';
import type { PlaybookWords } from '../../words/playbook-words.ts';

export type Row = { readonly day: number; readonly on: string | null; readonly says: string };
export type Lane = { readonly key: keyof PlaybookWords['picture']['lanes']; readonly rows: readonly Row[] };

/** Says what the picture shows. */
export function sayer({ questions, milestones, ladder, limits }: Playbook, { marks, events }: PlaybookWords) {
  const question = (key: string): string => questions[key] ?? key;
  const titleOf = (key: string): string => milestones.find((each) => each.key === key)?.title ?? key;
  const limit = ({ milestone, after, withinDays, rung }: Omit<LimitMark, 'day' | 'key' | 'basis'>): string =>
    fill(marks.limitText, {
      milestone: milestone === null ? marks.anyMilestone : titleOf(milestone),
      days: String(withinDays),
      after: after === null ? marks.start : titleOf(after),
      rung: String(rung),
    });
  function mark(each: Mark): string {
    switch (each.kind) {
      case 'check-in':
        return fill(marks.checkIn, { question: question(each.asks) });
      case 'reminder':
        return fill(each.offsetDays < 0 ? marks.before : marks.after, { days: String(Math.abs(each.offsetDays)) });
      case 'rung':
        return fill(marks.rung, { rung: String(each.rung), says: ladder[each.rung - 1]?.says ?? '' });
      case 'limit': {
        const passed = limits.find(({ key }) => key === each.limit);
        return fill(marks.limit, { limit: passed === undefined ? each.limit : limit(passed) });
      }
      case 'ladder-end':
        return marks.end;
    }
  }
  const event = ({ event: kind, asks }: Pick<EventMarks, 'event' | 'asks'>): string =>
    fill(marks.event, { event: events[kind], question: question(asks) });
  const span = ({ title, usually }: Playbook['milestones'][number]): string =>
    fill(marks.span, { title, from: String(usually.fromDays), to: String(usually.toDays) });
  return { mark, limit, event, span };
}

/** Everything that the picture shows, lane by lane, for whoever reads a table or hears it. */
export function lanesOf(picture: Picture, playbook: Playbook, words: PlaybookWords): readonly Lane[] {
  const say = sayer(playbook, words);
  const marks = (list: readonly Mark[]): readonly Row[] =>
    list.map((each) => ({ day: each.day, on: each.on, says: say.mark(each) }));
  return [
    { key: 'answered', rows: marks(picture.answered) },
    { key: 'silent', rows: marks(picture.silent) },
    {
      key: 'milestones',
      rows: picture.milestones.map((each) => ({
        day: each.usually.fromDays,
        on: null,
        says: each.isClosing ? `${say.span(each)} (${words.marks.claims})` : say.span(each),
      })),
    },
    { key: 'limits', rows: picture.limits.map((each) => ({ day: each.day, on: null, says: say.limit(each) })) },
    {
      key: 'events',
      rows: picture.events.flatMap((each): readonly Row[] =>
        each.dates.length === 0
          ? [{ day: -1, on: null, says: `${say.event(each)} (${words.picture.noneKnown})` }]
          : each.dates.map(({ day, on }) => ({ day, on, says: say.event(each) })),
      ),
    },
  ];
}

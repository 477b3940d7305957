import type { Api } from './api-client.ts';
import type { PeopleFigures } from './people.ts';

export type CampaignRun = {
  readonly id: string;
  readonly title: string;
  readonly instrument: string;
  readonly targetOn: string;
  readonly appealedTo: readonly string[];
};
type Progress = {
  readonly instruments: readonly {
    readonly parties: number;
    readonly partiesOfSet: number;
    readonly line: { readonly goal: number; readonly fromOn: string };
    readonly remaining: number;
    readonly expected: { readonly parties: number; readonly low: number; readonly high: number } | null;
  }[];
};
type Remaining = { readonly regions: readonly { readonly regionalGroup: string; readonly remaining: number }[] };
type Campaign = { readonly counts: Readonly<Record<string, number>> };
type Rounds = { readonly items: readonly { readonly kind: string; readonly outcome: string }[] };
type ReportWish = {
  readonly runs: readonly CampaignRun[];
  readonly until: string;
  readonly figures: PeopleFigures;
  readonly file: { readonly partiesBy: (treaty: string, on: string) => number };
};

/** How far universal ratification got, by the record alone, and beside it what the file itself says. */
export async function reportOn(api: Api, { runs, until, figures, file }: ReportWish): Promise<void> {
  const lines: object[] = [];
  for (const run of runs) {
    const { id, instrument, title, targetOn } = run;
    const day = targetOn < until ? targetOn : until;
    const [then] = (await api.get<Progress>(`/campaigns/${id}/progress?asOf=${day}`)).instruments;
    const from = then?.line.fromOn ?? day;
    const [first] = (await api.get<Progress>(`/campaigns/${id}/progress?asOf=${from}`)).instruments;
    const { regions } = await api.get<Remaining>(`/campaigns/${id}/remaining?asOf=${day}`);
    const { counts } = await api.get<Campaign>(`/campaigns/${id}`);
    const { items: rounds } = await api.get<Rounds>(`/campaigns/${id}/rounds?limit=200`);
    lines.push({
      campaign: title,
      [`parties on ${from}`]: first?.parties,
      [`parties on ${day}`]: then?.parties,
      'by the file': file.partiesBy(instrument, day),
      'of the States of the campaign': `${then?.partiesOfSet} of ${then?.line.goal}`,
      'expected at the beginning (base rate, not a prediction about one State)': first?.expected,
      remaining: Object.fromEntries(regions.map(({ regionalGroup, remaining }) => [regionalGroup, remaining])),
      appeals: counts,
      rounds: countBy(rounds.map(({ kind, outcome }) => `${kind} ${outcome}`)),
    });
  }
  console.log(JSON.stringify({ until, ...figures, campaigns: lines }, null, 2));
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

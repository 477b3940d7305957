/** What a demo follows up: one State's or several States' recommendations, and the people who are asked. */
export type Sample = {
  readonly states: readonly SampleState[];
  readonly sources: readonly SampleSource[];
};
export type SampleState = { readonly code: string; readonly timeZone: string; readonly focalPoints: number };
export type SampleSource = {
  readonly body: {
    readonly kind: 'mission' | 'upr-review' | 'regional-body' | 'secretary-general-letter';
    readonly stateCode?: string;
    readonly title: string;
    readonly startsOn?: string;
    readonly endsOn?: string;
    readonly mandateHolder?: string;
    readonly reportSymbol?: string;
  };
  readonly recommendations: readonly SampleRecommendation[];
};
export type SampleRecommendation = {
  readonly stateCode: string;
  readonly paragraph?: string;
  readonly text: string;
  readonly playbook: string;
  readonly position?: string;
  readonly targetOn?: string;
  readonly themes?: readonly string[];
  readonly affectedGroups?: readonly string[];
  readonly sdgs?: readonly number[];
};

const children = { themes: ['Ratification', 'Rights of the child'], affectedGroups: ['Children'], sdgs: [16] };
const women = { themes: ['Ratification', 'Equality of women'], affectedGroups: ['Women'], sdgs: [5] };
const ratifyCrc = (stateCode: string): SampleRecommendation => ({
  stateCode,
  text: 'Ratify the Convention on the Rights of the Child by the end of 1995, the goal that the World Conference on Human Rights has set.',
  playbook: 'ratify',
  position: 'supported',
  targetOn: '1995-12-31',
  ...children,
});
const ratifyCedaw = (stateCode: string): SampleRecommendation => ({
  stateCode,
  text: 'Ratify the Convention on the Elimination of All Forms of Discrimination against Women by the year 2000.',
  playbook: 'ratify',
  targetOn: '2000-12-31',
  ...women,
});
const actionPlan = (stateCode: string): SampleRecommendation => ({
  stateCode,
  text: 'Draw up a national action plan for the promotion and protection of human rights, with those whom it concerns.',
  playbook: 'national-action-plan',
  position: 'supported',
  themes: ['National action plans'],
  sdgs: [16],
});
const ombudsman = (stateCode: string): SampleRecommendation => ({
  stateCode,
  text: 'Establish an independent national institution, such as an ombudsman, under the Paris Principles.',
  playbook: 'national-institution',
  position: 'supported',
  themes: ['National institutions'],
  sdgs: [16],
});
const education = (stateCode: string): SampleRecommendation => ({
  stateCode,
  text: 'Bring human-rights education into schools and into the training of police, prison staff and judges, for the Decade that begins on 1 January 1995.',
  playbook: 'human-rights-education',
  position: 'supported',
  themes: ['Human-rights education'],
  sdgs: [4],
});
const arrangement = (stateCode: string): SampleRecommendation => ({
  stateCode,
  text: 'Take part in building a regional arrangement for human rights, step by step: sharing information, national institutions, and a study of what the region has in common.',
  playbook: 'regional-arrangement',
  themes: ['Regional arrangements'],
  sdgs: [17],
});

const mission = (stateCode: string, place: string, startsOn: string, endsOn: string) => ({
  kind: 'mission' as const,
  stateCode,
  title: `Mission of the High Commissioner for Human Rights to ${place}`,
  startsOn,
  endsOn,
  mandateHolder: 'High Commissioner for Human Rights',
});

/**
 * In the manner of the High Commissioner's first missions and appeals: what they asked for, in the words that were usual.
 * A sample to watch, not a record: which State was asked for what, and every person in it, is the project's own invention.
 */
export const highCommissionerSample: Sample = {
  states: [
    { code: 'NP', timeZone: 'Asia/Kathmandu', focalPoints: 2 },
    { code: 'KH', timeZone: 'Asia/Phnom_Penh', focalPoints: 2 },
    { code: 'KR', timeZone: 'Asia/Seoul', focalPoints: 2 },
    { code: 'MW', timeZone: 'Africa/Blantyre', focalPoints: 2 },
    { code: 'EE', timeZone: 'Europe/Tallinn', focalPoints: 1 },
    { code: 'BT', timeZone: 'Asia/Thimphu', focalPoints: 1 },
  ],
  sources: [
    {
      body: mission('NP', 'Nepal', '1994-08-29', '1994-09-02'),
      recommendations: [actionPlan('NP'), ombudsman('NP'), education('NP')],
    },
    {
      body: mission('KH', 'Cambodia', '1994-08-22', '1994-08-26'),
      recommendations: [ombudsman('KH'), education('KH'), actionPlan('KH')],
    },
    { body: mission('MW', 'Malawi', '1994-08-15', '1994-08-18'), recommendations: [ombudsman('MW'), actionPlan('MW')] },
    { body: mission('EE', 'Estonia', '1994-08-08', '1994-08-11'), recommendations: [education('EE'), ombudsman('EE')] },
    {
      body: {
        kind: 'regional-body',
        title: 'Third Asia-Pacific Workshop on Human Rights Issues, Seoul',
        startsOn: '1994-07-18',
        endsOn: '1994-07-20',
      },
      recommendations: [arrangement('KR'), arrangement('NP'), arrangement('BT')],
    },
    {
      body: {
        kind: 'secretary-general-letter',
        title: 'Appeal for the universal ratification of the Convention on the Rights of the Child',
      },
      recommendations: ['BT', 'MW', 'KR'].map(ratifyCrc),
    },
    {
      body: { kind: 'secretary-general-letter', title: 'Appeal for the universal ratification of CEDAW' },
      recommendations: ['BT', 'NP', 'KH', 'EE'].map(ratifyCedaw),
    },
  ],
};

import type { InstrumentFacts } from '../reference/instruments/instruments.ts';
import type { CalendarDate } from '../time.ts';
import type { NextStep } from './playbook.ts';

/** What is known of a deposit when the next files are opened. */
export type AfterDeposit = {
  readonly instrument: InstrumentFacts;
  readonly firstReportDueOn: CalendarDate | null;
  readonly hasReservations: boolean;
  /** Optional protocols to the treaty that the State has neither joined nor is asked to join already. */
  readonly openProtocols: readonly InstrumentFacts[];
  readonly today: CalendarDate;
};

export type SpecificStep = Pick<NextStep, 'key' | 'playbook' | 'text'> & {
  /** One deposit opens it once, however many recommendations asked for it; anything else belongs to its recommendation. */
  readonly isOfDeposit: boolean;
  readonly targetOn: CalendarDate | null;
  readonly instruments?: readonly string[];
};

/**
 * The next steps of a playbook after the deposit of one instrument, by name and date. Three keys have a meaning of their own:
 * `initial-report` is for treaties that ask for one, `reservations` for whoever made any, and `optional-protocols` becomes one step for
 * each protocol. A step of any other key stands as the playbook has it.
 */
export const stepsAfterDeposit = (opens: readonly NextStep[], known: AfterDeposit): readonly SpecificStep[] =>
  opens.flatMap((step) => (specific[step.key] ?? asItIs)(step, known));

type Specify = (step: NextStep, known: AfterDeposit) => readonly SpecificStep[];

const specific: Readonly<Record<string, Specify>> = {
  'initial-report': (step, { instrument, firstReportDueOn: dueOn, today }) =>
    dueOn === null
      ? []
      : [
          {
            ...keyed(step, instrument),
            text: `Submit the initial report under the ${instrument.names.en} (${instrument.shortName}), due on ${dueOn}`,
            targetOn: dueOn >= today ? dueOn : null, // What is late already is asked for without a date in the past.
          },
        ],
  reservations: (step, { instrument, hasReservations }) =>
    hasReservations
      ? [
          {
            ...keyed(step, instrument),
            text: `Review, with a view to withdrawing them, the reservations made to the ${instrument.names.en} (${instrument.shortName})`,
            targetOn: null,
          },
        ]
      : [],
  'optional-protocols': (step, { openProtocols }) =>
    openProtocols.map((protocol) => ({
      ...keyed(step, protocol),
      text: `Ratify or accede to the ${protocol.names.en} (${protocol.shortName})`,
      targetOn: null,
      instruments: [protocol.key],
    })),
};

const asItIs: Specify = (step, { instrument }) => [
  { ...keyed(step, instrument), isOfDeposit: false, text: step.text, targetOn: null },
];

const keyed = ({ key, playbook }: NextStep, { key: instrument }: InstrumentFacts) => ({
  key: `${key} ${instrument}`,
  playbook,
  isOfDeposit: true,
});

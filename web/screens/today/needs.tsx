import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { WaitsFor } from '../../../domain/follow-up/reading.ts';
import { fill, type Counted } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { AskFirst } from '../../parts/ask-first.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import type { TodayFacts } from './today.tsx';
import styles from './today.module.css';
import { May } from '../../parts/may.tsx';

/** Everything that waits for a person, the oldest first, each with what one can do about it. */
export function Needs({ facts }: { readonly facts: TodayFacts }) {
  const { today } = useSpeech().words;
  const { approvals, validations, verifications, extensions, drafts, toSend, contacts, mails } = facts;
  const all = [approvals, validations, verifications, extensions, drafts, toSend, contacts, mails];
  const waiting = all.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-label={today.needsYou}>
      <h2 className="visually-hidden">{today.needsYou}</h2>
      {waiting > 0 ? null : (
        <div className={styles.card}>
          <h3>{today.nothing.title}</h3>
          <p>{today.nothing.text}</p>
        </div>
      )}
      <Approvals facts={facts} />
      <Claims title={today.validations} some={validations} waitsFor="validation" />
      <Claims title={today.verifications} some={verifications} waitsFor="verification" />
      <Group title={today.extensions} some={extensions} waitsFor="extension-decision">
        {extensions.items.map((item) => (
          <Item key={item.id} item={item}>
            <AskedUntil date={item.untilOn} />
            <Link to="/recommendations/$id" params={{ id: item.id }}>
              {today.decide}
            </Link>
          </Item>
        ))}
      </Group>
      <LettersLeft title={today.drafts} some={drafts} status="draft" />
      <LettersLeft title={today.toSend} some={toSend} status="approved" />
      <Unreached facts={facts} />
      <UncertainMails facts={facts} />
    </section>
  );
}

type GroupGiven = {
  readonly title: Counted;
  readonly some: { readonly count: number; readonly items: readonly unknown[] };
  readonly waitsFor?: WaitsFor;
  readonly children: ReactNode;
};

function Group({ title, some, waitsFor, children }: GroupGiven) {
  const { words, count } = useSpeech();
  if (some.count === 0) return null;
  return (
    <div className={styles.card}>
      <h3>
        {waitsFor === undefined ? (
          count(title, some.count)
        ) : (
          <Link to="/recommendations" search={{ waitsFor }}>
            {count(title, some.count)}
          </Link>
        )}
      </h3>
      <ul className={styles.items}>{children}</ul>
      {some.count > some.items.length && waitsFor !== undefined ? (
        <Link to="/recommendations" search={{ waitsFor }}>
          {words.today.seeAll}
        </Link>
      ) : null}
    </div>
  );
}

type Decision = { readonly id: string; readonly stateCode: string; readonly text: string; readonly since: string };

function Item({ item, children }: { readonly item: Decision; readonly children: ReactNode }) {
  const { words, stateName, day } = useSpeech();
  return (
    <li>
      <div className="soft">
        <bdi>{stateName(item.stateCode)}</bdi> · {fill(words.today.since, { date: day(item.since) })}
      </div>
      <Link to="/recommendations/$id" params={{ id: item.id }} className={styles.text} dir="auto">
        {item.text}
      </Link>
      <div className={styles.do}>{children}</div>
    </li>
  );
}

type ClaimsGiven = Omit<GroupGiven, 'some' | 'children'> & { readonly some: TodayFacts['verifications'] };

/** What States say they have done, until somebody has looked at it. */
function Claims({ some, ...group }: ClaimsGiven) {
  const { today } = useSpeech().words;
  return (
    <Group some={some} {...group}>
      {some.items.map((item) => (
        <Item key={item.id} item={item}>
          <Link to="/recommendations/$id" params={{ id: item.id }}>
            {today.look}
          </Link>
        </Item>
      ))}
    </Group>
  );
}

function AskedUntil({ date }: { readonly date: string }) {
  const { words, date: write } = useSpeech();
  return <span>{fill(words.today.askedUntil, { date: write(date) })}</span>;
}

function Approvals({ facts: { approvals } }: { readonly facts: TodayFacts }) {
  const { words } = useSpeech();
  const { today, terms, shared } = words;
  return (
    <Group title={today.approvals} some={approvals} waitsFor="approval">
      {approvals.items.map((item) => (
        <Item key={item.id} item={item}>
          <span>
            {fill(terms.rung, { rung: String(item.rung) })}: {item.roles.map((role) => shared.roles[role]).join(', ')}
          </span>
          {item.letter === null ? (
            <Link to="/recommendations/$id" params={{ id: item.id }}>
              {today.decide}
            </Link>
          ) : (
            <Way to={`/letters/${item.letter.id}`}>{fill(today.readLetter, { reference: item.letter.reference })}</Way>
          )}
        </Item>
      ))}
    </Group>
  );
}

type LettersGiven = {
  readonly title: Counted;
  readonly some: TodayFacts['drafts'];
  readonly status: 'draft' | 'approved';
};

/** Letters that no rung waits for, with the way to each and to the list of them all. */
function LettersLeft({ title, some, status }: LettersGiven) {
  const { words, stateName, day } = useSpeech();
  return (
    <Group title={title} some={some}>
      {some.items.map(({ id, kind, reference, stateCode, since }) => (
        <li key={id}>
          <div className="soft">
            <bdi>{stateName(stateCode)}</bdi> · {fill(words.today.since, { date: day(since) })}
          </div>
          <Way to={`/letters/${id}`}>
            {words.terms.letters[kind]} <bdi>{reference}</bdi>
          </Way>
        </li>
      ))}
      {some.count > some.items.length ? (
        <li>
          <Way to="/letters" search={{ status }}>
            {words.today.seeAll}
          </Way>
        </li>
      ) : null}
    </Group>
  );
}

function Unreached({ facts: { contacts } }: { readonly facts: TodayFacts }) {
  const { today } = useSpeech().words;
  return (
    <Group title={today.contacts} some={contacts}>
      {contacts.items.map(({ id, name, since, because, suggestion }) => (
        <li key={id}>
          <bdi>
            <strong>{name}</strong>
          </bdi>{' '}
          <span className="soft">
            <When at={since} /> · <span lang="en">{because}</span>
          </span>
          {suggestion === null ? null : <div dir="auto">{fill(today.whomInstead, { whom: suggestion })}</div>}
        </li>
      ))}
    </Group>
  );
}

function UncertainMails({ facts: { mails } }: { readonly facts: TodayFacts }) {
  const { today, one } = useSpeech().words;
  const settle = useAct('POST /digests/{id}/resolution');
  return (
    <Group title={today.mails} some={mails}>
      {mails.items.map(({ digestId, name, composedAt }) => (
        <li key={digestId}>
          <bdi>{name}</bdi>{' '}
          <span className="soft">
            <When at={composedAt} hasTime />
          </span>
          <May do="mail.resolve">
            <div className={styles.do}>
              {([true, false] as const).map((wasDelivered) => (
                <AskFirst
                  key={String(wasDelivered)}
                  label={wasDelivered ? today.wentOut : today.didNotGo}
                  question={wasDelivered ? one.sure : today.sendAgainSure}
                  isBusy={settle.isBusy}
                  act={() => settle.act({ path: { id: digestId }, body: { wasDelivered } })}
                />
              ))}
            </div>
          </May>
        </li>
      ))}
      {settle.error ? <Trouble problem={settle.error} /> : null}
    </Group>
  );
}

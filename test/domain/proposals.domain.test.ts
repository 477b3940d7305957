import fc from 'fast-check';
import { leadingVerbOf } from '../../domain/proposals/action-category.ts';
import { findInstruments } from '../../domain/proposals/find-instruments.ts';
import { proposePlaybook } from '../../domain/proposals/propose.ts';
import { proposablePlaybooks } from '../../domain/proposals/signal.ts';
import { plainText, withoutRecommendingStates } from '../../domain/text.ts';

describe('the action category is decided by the leading verb', () => {
  test.each([
    ['Call on donors to share their experience', 1],
    ['Continue to consider ratifying the Convention', 2],
    ['Consider ratifying the Convention', 3],
    ['Give positive consideration to the abolition of the death penalty', 3],
    ['Take all necessary measures to adopt the bill', 4],
    ['Strengthen the Office of the Ombudsman', 4],
    ['Adopt the bill on asylum', 5],
    ['With the support of its partners, ratify the Covenant', 5],
    ['Envisager la ratification de la Convention', 3],
    ['Poursuivre ses efforts', 2],
    ['Renforcer la protection des enfants', 4],
    ['Ratificar el Protocolo Facultativo', 5],
    ['Seguir promoviendo los derechos de la mujer', 2],
    ['Garantizar la independencia de los jueces', 4],
  ])('%s: %i', (text, category) => {
    expect(leadingVerbOf(plainText(text))?.category).toBe(category);
  });

  test('a text without such a verb has no category', () => {
    expect(proposePlaybook('The situation of prisons').category).toBeNull();
  });
});

describe('instruments are recognised by name, by acronym and by what they are protocols to', () => {
  test.each([
    ['Ratify ICCPR and its two optional protocols', ['ICCPR', 'OP-ICCPR-1', 'OP-ICCPR-2']],
    ['Ratify the Second Optional Protocol to the International Covenant on Civil and Political Rights', ['OP-ICCPR-2']],
    ['Accede to the Optional Protocol to ICCPR aiming at abolishing the death penalty', ['OP-ICCPR-2']],
    ['Ratify the Optional Protocols to ICESCR, CEDAW and CRPD', ['OP-CEDAW', 'OP-CRPD', 'OP-ICESCR']],
    ['Ratify OP-CAT and ICRMW', ['ICMW', 'OPCAT']],
    [
      'Ratify the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment (CAT) and its Optional Protocol',
      ['CAT', 'OPCAT'],
    ],
    [
      'Sign the Optional Protocol to the Convention on the Rights of the Child on a communications procedure',
      ['OP-CRC-IC'],
    ],
    ['Ratify the two Optional Protocols to the Convention on the Rights of the Child', ['OP-CRC-AC', 'OP-CRC-SC']],
    [
      'Accede to the 1951 Convention relating to the Status of Refugees and its 1967 Protocol',
      ['REFUGEES-1951', 'REFUGEES-1967'],
    ],
    [
      'Ratify the conventions on statelessness: the 1954 Convention and the 1961 Convention',
      ['STATELESS-1954', 'STATELESS-1961'],
    ],
    ['Ratify ILO Conventions No. 87, 98 and 169', ['ILO-169', 'ILO-87', 'ILO-98']],
    ['Consider the ILO Domestic Workers Convention, 2011 (No. 189)', ['ILO-189']],
    ['Ratify the 2014 Protocol of the ILO to the Forced Labour Convention, 1930 (No. 29)', ['ILO-P29']],
    [
      'Accede to the Optional Protocol to the Convention against Torture and to the Rome Statute',
      ['OPCAT', 'ROME-STATUTE'],
    ],
    [
      'Ratifier la Convention internationale pour la protection de toutes les personnes contre les disparitions forcées',
      ['CPED'],
    ],
    ['Ratificar el Protocolo Facultativo de la Convención contra la Tortura', ['OPCAT']],
    ['Adhérer au Pacte international relatif aux droits économiques, sociaux et culturels', ['ICESCR']],
    ['Category education and the crown', []],
  ])('%s', (text, keys) => {
    expect(findInstruments(plainText(text))).toEqual(keys);
  });
});

describe('a playbook is proposed from verb, words, treaties and themes', () => {
  test.each([
    ['Ratify the Convention on the Rights of Persons with Disabilities', 'ratify', 'sure'],
    [
      'Withdraw its reservations to the Convention on the Elimination of All Forms of Discrimination against Women',
      'ratify',
      'sure',
    ],
    ['Establish an ombudsman in line with the Paris Principles', 'national-institution', 'sure'],
    ['Adopt a national human rights action plan', 'national-action-plan', 'sure'],
    ['Adopt a strategy on the protection of children from violence', 'national-action-plan', 'likely'],
    ['Introduce human rights education in schools', 'human-rights-education', 'sure'],
    ['Bring its criminal code into line with the Convention against Torture', 'legislation', 'sure'],
    ['Enact legislation that protects the rights of minorities', 'legislation', 'sure'],
    ['Incorporate into domestic law the treaties that it has ratified', 'legislation', 'sure'],
    ['Cooperate with regional human rights mechanisms', 'regional-arrangement', 'sure'],
    ['Integrate human rights into the national development plan', 'development-programmes', 'sure'],
    ['Protect migrants and asylum seekers', 'vulnerable-groups', 'likely'],
    ['Improve the conditions of detention in its prisons', 'general', 'likely'],
    ['Do the right thing', 'general', 'ask'],
    ['Ratifier le Statut de Rome', 'ratify', 'sure'],
    [
      'Crear una institución nacional de derechos humanos conforme a los Principios de París',
      'national-institution',
      'sure',
    ],
  ])('%s: %s, %s', (text, playbook, confidence) => {
    expect(proposePlaybook(text)).toMatchObject({ playbook, confidence });
  });

  test('two measures in one text are for a person to decide, and the second one is named', () => {
    const proposal = proposePlaybook('Ratify the Convention against Torture and amend the criminal code accordingly');
    expect(proposal).toMatchObject({ playbook: 'ratify', confidence: 'ask' });
    expect(proposal.because).toContain('legislation');
  });

  test('a theme makes a group sure, but no theme alone decides', () => {
    const text = 'Protect migrants and asylum seekers';
    expect(proposePlaybook(text, ['Migrants', 'Refugees & asylum seekers']).confidence).toBe('sure');
    expect(proposePlaybook('Do what was agreed', ['National Human Rights Institution (NHRI)']).confidence).toBe('ask');
  });

  test('recommending States behind a text decide nothing', () => {
    const text = 'Ratify the Covenant (France) (Iran (Islamic Republic of));';
    expect(withoutRecommendingStates(text)).toBe('Ratify the Covenant;');
    expect(withoutRecommendingStates('Ratify the Convention (CRPD) (Islamic Republic of Iran)')).toBe(
      'Ratify the Convention (CRPD)',
    );
  });

  test('any text gets an answer with a reason, in good time', () => {
    const words = fc.constantFrom(
      'ratify',
      'the',
      'convention',
      'optional protocol to',
      'and',
      '(',
      'law',
      'ILO No.',
      '',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(words).map((all) => all.join(' ')),
        ),
        (text) => {
          const proposal = proposePlaybook(text, [text]);
          expect(proposablePlaybooks).toContain(proposal.playbook);
          expect(proposal.because).toMatch(/\S\.$/);
        },
      ),
    );
    for (const part of ['ratify the ', 'optional protocol to the convention on the ', 'take the, ', '(', 'adopt a, '])
      expect(timeOf(() => proposePlaybook(part.repeat(Math.ceil(20_000 / part.length))))).toBeLessThan(2_000);
  });
});

function timeOf(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

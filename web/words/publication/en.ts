export const publicationInEnglish = {
  title: 'For the public',
  standings: {
    'not-published': 'Not public: nobody has published it.',
    withdrawn: 'Not public: withdrawn.',
    delayed: 'Published: everybody can read it from {date} on.',
    public: 'Everybody can read it, since {date}.',
  },
  scope: {
    state: 'To publish a State shows every recommendation to it, save those that are withdrawn.',
    source: 'To publish a source shows every recommendation in it, save those that are withdrawn.',
    recommendation: 'Notes, evidence, people and letters are never public.',
  },
  delay: 'Days until a fact is shown: {days}.',
  verdicts: {
    publish: 'published',
    withdraw: 'withdrawn',
  },
  withdrawnAbove:
    'What is withdrawn at the State, the source or the recommendation stays hidden, whatever was published elsewhere.',
  open: 'Open the public page',
  preview: 'What the public sees',
  wouldSee: 'What the public would see',
  deeds: {
    publish: 'Publish',
    withdraw: 'Withdraw',
    wording: 'Change the public wording',
  },
  questions: {
    publish: 'Everybody will be able to read it, and what was read cannot be taken back. Publish it?',
    withdraw: 'It vanishes from the public pages at once. Withdraw it?',
    wording: 'Where it is public, these words are shown at once. Use them?',
    ownText: 'The text as it is registered will be shown again, at once where it is public. Show it?',
  },
  wording: 'Public wording',
  wordingHint:
    'Stands in the place of the text or title, for example where that names people. Left empty, the text itself is shown.',
  useWording: 'Use this wording',
  reason: 'Reason',
  reasonHint: 'Kept with who decided, and never public.',
  decisions: 'All decisions',
};

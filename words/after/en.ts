import type { AfterWords } from '../after-words.ts';

export const afterInEnglish: AfterWords = {
  languages: 'Language of this page',
  save: 'Save for later',
  kept: {
    title: 'Kept for later',
    nothingSent: 'Nothing was sent. Open the link of the mail again when you want to go on.',
    until: 'What you wrote is kept until {date}, for this link alone, and is erased when you answer.',
    goOn: 'Go on now',
  },
  found: 'You began an answer on {date}, and it was not sent.',
  open: 'Go on with it',
  filledIn: 'What you had written is filled in below. Choose what you want to say, then send it.',
  chooseAgain: 'What you had written is filled in below. You had chosen “{choice}”: choose again, then send it.',
  nothingToKeep: 'Nothing has been written yet, so there is nothing to keep.',
  erase: {
    label: 'Erase what was kept',
    submit: 'Erase it',
    tick: 'Tick the box if it is to be erased.',
    done: 'What was kept is erased. Nothing was sent.',
  },
  next: {
    heading: 'What happens next',
    due: 'Next answer due',
    mail: 'Next mail to you, at the earliest',
    whoSees: 'Who sees it',
  },
  who: {
    answer:
      'The desk officer and the manager of this follow-up and, where their view is asked for, the national human rights institution and a non-governmental organization.',
    'not-me': 'Whom you name is seen by the desk officer alone.',
    view: 'The desk officer and the manager of this follow-up.',
  },
};

/** Words that secrets are made of when nobody has made one. */
const examples =
  /change.?(me|it|this)|example|secret|password|passwort|passw0rd|relance|default|postgres|admin|test|demo|letmein|qwerty|12345|abcde|your|key|token|insert|here|xxxx/gi;

/** Fewer characters than these, without the words that anybody would try, can be tried out. */
const leastLength = 8;
const leastDifferent = 5;

/** Whether a secret is one that an attacker tries first: short, a known word, or the same few characters again and again. */
export function isGuessable(secret: string): boolean {
  const own = secret.replace(examples, '');
  return own.length < leastLength || new Set(own).size < leastDifferent;
}

/** The password in a connection's address; undefined where there is none, because something else proves who we are. */
export function passwordIn(url: string | undefined): string | undefined {
  const password = url === undefined ? '' : new URL(url).password;
  return password === '' ? undefined : decodeURIComponent(password);
}

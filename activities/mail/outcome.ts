import { withoutAddresses } from './addresses.ts';

/** What became of one SMTP dialogue. */
export type SendOutcome = {
  /**
   * `refused`: this mail will never be taken. `deferred`: it was certainly not taken, and may be later. `uncertain`: it
   * may have been taken, and SMTP has no way to ask (RFC 1047).
   */
  readonly outcome: 'accepted' | 'refused' | 'deferred' | 'uncertain';
  /** The server's words, or ours, without addresses. */
  readonly response: string;
};

type SmtpError = {
  readonly message?: string;
  readonly code?: string;
  /** The SMTP command that the server answered; `CONN` when the connection itself failed. */
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
};

/** `wasHandedOver`: the whole message had left for the server when the error came. */
export function outcomeOfError(error: unknown, wasHandedOver: boolean): SendOutcome {
  const { message, command = '', response, responseCode } = error as SmtpError;
  const text = withoutAddresses(response ?? message ?? String(error));
  const isAnswer = responseCode !== undefined && command !== 'CONN';
  if (!isAnswer) return { outcome: wasHandedOver ? 'uncertain' : 'deferred', response: text };
  return { outcome: refusesForGood(responseCode, command, text) ? 'refused' : 'deferred', response: text };
}

/**
 * Only what is said of this recipient or this message counts. A 5xx to signing in or to our own address, and "relaying
 * denied", say that our mail server is set up wrongly: taken for refusals they would declare every contact unreachable.
 */
function refusesForGood(responseCode: number, command: string, response: string): boolean {
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  return responseCode >= 500 && responseCode !== 503 && isAboutThisMail && !/relay/i.test(response);
}

import type { Role } from '../../domain/follow-up/roles.ts';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';

/** Where a person answers from the mail; the edge that serves the page also signs its links. */
export type AnswerLinks = {
  readonly answerUrl: (
    contactId: ContactId,
    recommendationId: RecommendationId,
    role: Role,
    /** For a page that answers all of a cluster that this contact is asked about. */
    clusterId?: string,
  ) => string | Promise<string>;
  /** One click stops the mail (RFC 8058): only announced where a POST to it really does. */
  readonly unsubscribeUrl?: (contactId: ContactId) => string | Promise<string>;
};

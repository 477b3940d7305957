import { z } from 'zod';
import { accessRoles } from '../../domain/access/principal.ts';
import { longestPassword } from '../../domain/access/password-length.ts';
import { regionalGroups } from '../../domain/reference/states.ts';
import { languages } from '../../db/schema.ts';
import { idSchema, shortTextSchema, stateCodeSchema } from './common.ts';

/** Addresses are compared in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email())
  .meta({ description: 'An e-mail address; capitals make no difference' });
/** Only bounded here: what a new password must be is decided with its owner's name at hand. */
export const newPasswordSchema = z.string().max(longestPassword * 4);
export const givenPasswordSchema = z
  .string()
  .min(1)
  .max(longestPassword * 4);
export const languageSchema = z.enum(languages);

const regionSchema = z
  .string()
  .refine((name) => regionalGroups.some((group) => group === name), 'is no regional group')
  .meta({ enum: [...regionalGroups] });
const scopeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('everywhere') }),
    z.strictObject({
      kind: z.literal('states'),
      stateCodes: z.array(stateCodeSchema).max(250).readonly(),
      regions: z.array(regionSchema).max(10).readonly(),
    }),
    z.strictObject({ kind: z.literal('institution'), institutionId: idSchema, stateCode: stateCodeSchema }),
  ])
  .meta({
    id: 'AccessScope',
    description: 'Where a role holds: everywhere, in States and regions, for one institution',
  });
export const grantSchema = z.strictObject({ role: z.enum(accessRoles), scope: scopeSchema }).meta({ id: 'Grant' });
export const grantsSchema = z.array(grantSchema).max(50).readonly();

export const accountSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    language: languageSchema,
    contactId: z.string().nullable().meta({ description: 'The contact that this person is, when mail asks them too' }),
    grants: grantsSchema,
    providerGrants: grantsSchema.meta({ description: 'Those among them that the identity provider gave' }),
    hasPassword: z.boolean(),
    hasSecondFactor: z.boolean(),
    isLinkedToProvider: z.boolean(),
    isDisabled: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'Account' });

export const sessionSchema = z
  .object({ account: accountSchema, permissions: z.array(z.string()), expiresAt: z.string() })
  .meta({ id: 'Session', description: 'Who has signed in, and until when at most if nothing more is asked' });
export const secondFactorAskedSchema = z
  .object({ secondFactor: z.literal('totp'), ticket: z.string() })
  .meta({ id: 'SecondFactorAsked', description: 'The password is right: send the ticket on with a code' });
export const signedInSchema = z.union([sessionSchema, secondFactorAskedSchema]);

export const signInBody = z.strictObject({ email: emailSchema, password: givenPasswordSchema });
export const codeBody = z.strictObject({
  code: z
    .string()
    .transform((text) => text.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'is not six figures')),
});
export const secondFactorBody = z.union([
  codeBody.extend({ ticket: z.string().max(100) }),
  z.strictObject({ ticket: z.string().max(100), recoveryCode: z.string().min(1).max(100) }),
]);

export const accountLinkSchema = z
  .object({
    kind: z.enum(['set-up', 'reset', 'invitation']),
    email: z.string().nullable().meta({ description: 'Null when whoever uses the link names it' }),
    name: z.string().nullable(),
  })
  .meta({ id: 'AccountLink' });
export const linkParams = z.object({ token: z.string().max(200) });
export const linkUseBody = z.strictObject({
  password: newPasswordSchema,
  name: shortTextSchema.optional(),
  email: emailSchema.optional().meta({ description: 'Only where the link names none' }),
});

export const ownSessionSchema = z
  .object({
    id: z.string(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    userAgent: z.string().meta({ description: 'Coarse: browser and system' }),
    address: z.string(),
    isCurrent: z.boolean(),
  })
  .meta({ id: 'OwnSession' });

const reachSchema = z
  .enum(['read', 'write'])
  .meta({ description: 'What it may do at most: read, or all that its owner may' });
export const tokenSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    reach: reachSchema,
    createdAt: z.string(),
    expiresAt: z.string(),
    lastUsedAt: z.string().nullable(),
  })
  .meta({ id: 'ApiToken' });
export const newTokenSchema = tokenSchema
  .extend({ token: z.string().meta({ description: 'Told now and never again' }) })
  .meta({ id: 'NewApiToken' });
export const longestTokenDays = 366;
export const tokenBody = z.strictObject({
  name: shortTextSchema,
  reach: reachSchema.default('read'),
  days: z.number().int().min(1).max(longestTokenDays).default(90).meta({ description: 'How long it is good for' }),
});

export const newSecondFactorSchema = z
  .object({
    uri: z.string(),
    secret: z.string(),
    qr: z.string().meta({ description: 'The address as a code, in SVG' }),
  })
  .meta({ id: 'NewSecondFactor', description: 'Nothing is asked for yet: confirm it with a code' });
export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodes', description: 'Each is good once; told now and never again' });

export const ownAccountBody = z.strictObject({ name: shortTextSchema.optional(), language: languageSchema.optional() });
export const passwordChangeBody = z.strictObject({ current: givenPasswordSchema, password: newPasswordSchema });
export const passwordBody = z.strictObject({ password: givenPasswordSchema });

export const accountBody = z.strictObject({
  email: emailSchema,
  name: shortTextSchema,
  language: languageSchema.default('en'),
  contactId: idSchema.nullable().default(null),
  grants: grantsSchema.default([]),
});
export const accountChangeBody = z.strictObject({
  name: shortTextSchema.optional(),
  language: languageSchema.optional(),
  contactId: idSchema.nullable().optional(),
  isDisabled: z.boolean().optional(),
});

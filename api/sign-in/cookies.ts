import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastsForMs } from '../../domain/access/session-life.ts';

type Site = { readonly publicUrl: string };
type Kind = 'session' | 'device' | 'openid';

const days = 86_400;
const lifeSeconds: Readonly<Record<Kind, number>> = { session: lastsForMs / 1_000, device: 365 * days, openid: 600 };

const isSecure = ({ publicUrl }: Site): boolean => publicUrl.startsWith('https:');

/** Behind https a browser holds the name to be ours alone: no neighbouring host can set it. */
export const cookieName = (site: Site, kind: Kind): string => `${isSecure(site) ? '__Host-' : ''}relance_${kind}`;

export const cookieIn = (site: Site, request: FastifyRequest, kind: Kind): string | undefined =>
  request.cookies[cookieName(site, kind)];

/** Lax: a link in a mail must find its reader signed in; what changes something is checked for where it comes from. */
const optionsFor = (site: Site) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(site) }) as const;

export const setCookie = (site: Site, reply: FastifyReply, kind: Kind, value: string): FastifyReply =>
  reply.setCookie(cookieName(site, kind), value, { ...optionsFor(site), maxAge: lifeSeconds[kind] });

export const clearCookie = (site: Site, reply: FastifyReply, kind: Kind): FastifyReply =>
  reply.clearCookie(cookieName(site, kind), optionsFor(site));

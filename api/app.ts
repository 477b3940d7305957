import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { registerAccessLog } from './access-log.ts';
import { decorateAccess, registerAccess } from './access.ts';
import type { AppDeps } from './deps.ts';
import { registerIdempotency } from './idempotency.ts';
import { declarePolicies, registerJudge } from './judge.ts';
import { handleError, Problem, sendProblem } from './problems.ts';
import { databaseOfRequest } from './request-database.ts';
import { accountRoutes } from './routes/accounts.ts';
import { accountPrivacyRoutes } from './routes/account-privacy.ts';
import { ownAccountRoutes } from './routes/account.ts';
import { ownSecondFactorRoutes } from './routes/account-second-factor.ts';
import { ownTokenRoutes } from './routes/account-tokens.ts';
import { sessionRoutes } from './routes/session.ts';
import { sessionLinkRoutes } from './routes/session-links.ts';
import { openIdRoutes } from './routes/session-openid.ts';
import { absenceRoutes } from './routes/absences.ts';
import { adoptionRoutes } from './routes/adoptions.ts';
import { auditRoutes } from './routes/audit.ts';
import { askedInstrumentRoutes } from './routes/instruments-asked.ts';
import { answerLinkKeyRoutes } from './routes/answer-link-keys.ts';
import { answerLinkRoutes } from './routes/answer-links.ts';
import { answerRoutes } from './routes/answer.ts';
import { batchRoutes } from './routes/batches.ts';
import { campaignCommandRoutes } from './routes/campaign-commands.ts';
import { campaignProgressRoutes } from './routes/campaign-progress.ts';
import { campaignReadingRoutes } from './routes/campaign-reading.ts';
import { campaignRoutes } from './routes/campaigns.ts';
import { bulkCommandRoutes } from './routes/bulk-commands.ts';
import { calendarFeedRoutes, calendarRoutes } from './routes/calendar-feeds.ts';
import { changeRoutes } from './routes/changes.ts';
import { clusterRoutes } from './routes/clusters.ts';
import { commandRoutes } from './routes/commands.ts';
import { contactRoutes } from './routes/contacts.ts';
import { dialogueLinkRoutes } from './routes/dialogue-links.ts';
import { dialogueRoutes } from './routes/dialogue.ts';
import { evidenceRoutes } from './routes/evidence.ts';
import { facetRoutes } from './routes/facets.ts';
import { handOverRoutes } from './routes/hand-overs.ts';
import { healthRoutes } from './routes/health.ts';
import { instrumentRoutes } from './routes/instruments.ts';
import { installationRoutes } from './routes/installation.ts';
import { letterRoutes } from './routes/letters.ts';
import { appealRoutes } from './routes/appeals.ts';
import { lifeRoutes } from './routes/life.ts';
import { mailRoutes } from './routes/mail.ts';
import { mailboxRoutes } from './routes/mailbox.ts';
import { noticePreviewRoutes } from './routes/notice-previews.ts';
import { noticeRoutes } from './routes/notices.ts';
import { participantAliasRoutes } from './routes/participant-aliases.ts';
import { outcomeRoutes } from './routes/outcomes.ts';
import { playbookRoutes } from './routes/playbooks.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { retentionRoutes } from './routes/retention.ts';
import { revokeLinksRoutes } from './routes/revoke-links.ts';
import { publicRoutes } from './routes/public.ts';
import { publicationRoutes } from './routes/publications.ts';
import { savedViewRoutes } from './routes/saved-views.ts';
import { similarRoutes } from './routes/similar.ts';
import { simulationRoutes } from './routes/simulations.ts';
import { sourceRoutes } from './routes/sources.ts';
import { stateCalendarRoutes } from './routes/state-calendars.ts';
import { stateFigureRoutes } from './routes/state-figures.ts';
import { stateRoutes } from './routes/states.ts';
import { timelineRoutes } from './routes/timelines.ts';
import { treatyStatusImportRoutes } from './routes/treaty-status-imports.ts';
import { treatyCommandRoutes } from './routes/treaty-commands.ts';
import { treatyStatusRoutes } from './routes/treaty-status.ts';
import { refuseUnstorable } from './storable.ts';
import { todayRoutes } from './routes/today.ts';
import { viewRoutes } from './routes/views.ts';
import { webRoutes } from './routes/web.ts';
import { docsPolicy, registerWebSafety } from './web-safety.ts';
import { workRoutes } from './routes/work.ts';
import { worldEventRoutes } from './routes/world-events.ts';

/** A recommendation has at most 20,000 characters; nothing else comes near. */
const bodyLimitBytes = 262_144;
/** Whoever sends a request has as long to finish it. */
const requestTimeoutMs = 60_000;

/** Builds the API and never listens: a test injects requests, an entry listens. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: bodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    // No request log: addresses hold search texts and answer links. Faults are logged where they are handled.
    logger: {
      level: deps.logLevel ?? 'warn',
      redact: ['req.headers', 'req.url'],
      ...(deps.logTo === undefined ? {} : { stream: deps.logTo }),
    },
    logController: new LogController({ disableRequestLogging: true }),
    ...(deps.trustedProxies === undefined ? {} : { trustProxy: [...deps.trustedProxies] }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1_000 },
    genReqId: () => crypto.randomUUID(),
    // An address that cannot even be read never reaches a route.
    frameworkErrors: (error, request, reply) =>
      void handleError(error, request as FastifyRequest, reply as FastifyReply),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(handleError);
  // Any web page can make a browser post a form or plain text here without asking; JSON it cannot.
  app.removeContentTypeParser('text/plain');
  app.addHook('preValidation', refuseUnstorable);
  declarePolicies(app, deps.policies);
  await registerWebSafety(app, deps.publicUrl);
  await app.register(rateLimit, { global: false });
  await app.register(cookie);
  decorateAccess(app);
  await app.register((web) => webRoutes(web, deps));
  app.setNotFoundHandler((_, reply) => sendProblem(reply, new Problem('NotFound')));
  await registerDocs(app);
  await app.register(async (pages) => {
    mailboxRoutes(pages, deps);
    healthRoutes(pages, deps);
    calendarRoutes(pages, deps);
    publicRoutes(pages, deps);
  });
  await app.register(async (forms) => {
    forms.removeAllContentTypeParsers();
    await forms.register(formbody, { bodyLimit: bodyLimitBytes });
    answerRoutes(forms, deps);
  });
  await app.register((v1) => registerV1(v1, deps), { prefix: '/api/v1' });
  return app;
}

async function registerV1(v1: FastifyInstance, deps: AppDeps): Promise<void> {
  registerAccess(v1, deps);
  registerJudge(v1, deps);
  registerAccessLog(v1, deps);
  registerIdempotency(v1, deps);
  changeRoutes(v1, deps); // It follows the whole log once for all readers, and tells each what they see.
  const narrowed = { ...deps, db: databaseOfRequest() };
  for (const routes of [
    sessionRoutes,
    sessionLinkRoutes,
    openIdRoutes,
    ownAccountRoutes,
    ownSecondFactorRoutes,
    ownTokenRoutes,
    accountRoutes,
    stateRoutes,
    stateCalendarRoutes,
    stateFigureRoutes,
    sourceRoutes,
    contactRoutes,
    absenceRoutes,
    privacyRoutes,
    accountPrivacyRoutes,
    retentionRoutes,
    calendarFeedRoutes,
    workRoutes,
    facetRoutes,
    recommendationRoutes,
    outcomeRoutes,
    similarRoutes,
    clusterRoutes,
    askedInstrumentRoutes,
    commandRoutes,
    lifeRoutes,
    appealRoutes,
    dialogueRoutes,
    dialogueLinkRoutes,
    timelineRoutes,
    answerLinkRoutes,
    answerLinkKeyRoutes,
    revokeLinksRoutes,
    viewRoutes,
    evidenceRoutes,
    letterRoutes,
    noticeRoutes,
    noticePreviewRoutes,
    playbookRoutes,
    simulationRoutes,
    adoptionRoutes,
    bulkCommandRoutes,
    batchRoutes,
    campaignRoutes,
    campaignCommandRoutes,
    campaignProgressRoutes,
    campaignReadingRoutes,
    handOverRoutes,
    worldEventRoutes,
    treatyStatusImportRoutes,
    participantAliasRoutes,
    instrumentRoutes,
    treatyStatusRoutes,
    treatyCommandRoutes,
    mailRoutes,
    savedViewRoutes,
    publicationRoutes,
    todayRoutes,
    installationRoutes,
    auditRoutes,
  ])
    routes(v1, narrowed);
}

type OpenApiDocument = Readonly<Record<string, unknown>> & {
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

/** Each named schema comes as input and as output: what no route refers to would only be in the reader's way. */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const text = JSON.stringify(document);
  const used = Object.entries(schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  const slimmer = { ...document, components: { ...document.components, schemas: Object.fromEntries(used) } };
  return used.length === Object.keys(schemas).length ? document : withoutUnused(slimmer);
}

const securitySchemes = {
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: 'relance_session',
    description: 'Behind https: `__Host-relance_session`',
  },
  token: { type: 'http', scheme: 'bearer', description: 'An API token, `rlt_…`: POST /api/v1/account/tokens' },
} as const;

/** Says of every route whom it answers: somebody who has signed in, a token, or anybody. */
const withSecurity: typeof jsonSchemaTransform = (described) => {
  const { schema, url } = jsonSchemaTransform(described);
  const isOpen = !url.startsWith('/api/v1/') || described.route.config?.policy?.access === 'public';
  return { schema: { ...schema, security: isOpen ? [] : [{ session: [] }, { token: [] }] }, url };
};

async function registerDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Relance',
        version: '1',
        description: 'Follows up what human-rights missions recommended to States until it is done.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      components: { securitySchemes },
    },
    transform: withSecurity,
    transformObject: (described) => withoutUnused(jsonSchemaTransformObject(described) as OpenApiDocument),
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: docsPolicy,
    // Without its bar, whose logo brings a style of its own into the page, against the policy.
    uiConfig: { layout: 'BaseLayout' },
    theme: { title: 'Relance: the API' },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

import type { Playbook } from '../playbook.ts';
import { appeal } from './appeal.ts';
import { developmentProgrammes } from './development-programmes.ts';
import { general } from './general.ts';
import { humanRightsEducation } from './human-rights-education.ts';
import { legislation } from './legislation.ts';
import { nationalActionPlan } from './national-action-plan.ts';
import { nationalInstitution } from './national-institution.ts';
import { ratify } from './ratify.ts';
import { regionalArrangement } from './regional-arrangement.ts';
import { vulnerableGroups } from './vulnerable-groups.ts';

/** The playbooks that ship; an installation stores them at its first start and may add versions of its own. */
export const shippedPlaybooks: readonly Playbook[] = [
  general,
  ratify,
  appeal,
  nationalInstitution,
  nationalActionPlan,
  humanRightsEducation,
  legislation,
  regionalArrangement,
  developmentProgrammes,
  vulnerableGroups,
];

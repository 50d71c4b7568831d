import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { transactionsAs } from '@/db/scope';
import type { Role } from '@/domain/access';
import type { AssessmentState } from '@/domain/assessment-state';
import type { CalendarDate } from '@/domain/calendar-date';
import type { CampaignState } from '@/domain/campaign-state';
import type { IdentityMode } from '@/domain/identity-provider';

/** A transaction that sees identities and the doors, and no tenant's rows. */
export function identityTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return transactionsAs({ role: 'tenken_identity' })(work);
}

export interface Membership {
  tenantId: string;
  tenantStatus: 'active' | 'suspended';
  bankName: string;
  bankNameEn: string;
  memberId: string;
  memberName: string;
  roles: readonly Role[];
  disabledAt: Date | null;
  /** Last day of an auditor's access, in Asia/Tokyo. */
  auditorUntil: string | null;
  idleMinutes: number;
  /** What the bank says about signing in through its own provider. */
  identityMode: IdentityMode;
}

/** A bank that gave no English name keeps its own. */
const BANK_NAME_EN = sql`coalesce(nullif(bank_name_en, ''), bank_name) as "bankNameEn"`;

/** Every membership of a person, over all banks, disabled ones included. */
export async function membershipsOf(tx: Transaction, userId: string): Promise<Membership[]> {
  const rows = await tx.execute<Record<string, never>>(sql`
    select tenant_id as "tenantId", tenant_status as "tenantStatus", bank_name as "bankName", ${BANK_NAME_EN},
      member_id as "memberId", member_name as "memberName", roles, disabled_at as "disabledAt",
      auditor_until::text as "auditorUntil", idle_minutes as "idleMinutes", identity_mode as "identityMode"
    from doors.memberships_of(${userId})`);
  return rows.map((row) => withDates<Membership>(row, ['disabledAt']));
}

/** The OpenID provider of a bank that is served and lets people in through it. */
export interface BankProvider {
  tenantId: string;
  bankName: string;
  bankNameEn: string;
  issuer: string;
  clientId: string;
  clientSecretSealed: string;
  mode: Exclude<IdentityMode, 'off'>;
}

/** By the bank's code; null for a code that no bank has as for a bank without single sign-on. */
export async function providerOf(tx: Transaction, bankCode: string): Promise<BankProvider | null> {
  const [row] = await tx.execute<Record<string, never>>(sql`
    select tenant_id as "tenantId", bank_name as "bankName", ${BANK_NAME_EN}, issuer,
      client_id as "clientId", client_secret_sealed as "clientSecretSealed", mode
    from doors.provider_of(${bankCode})`);
  return row ? withDates<BankProvider>(row, []) : null;
}

/** An invitation with what its page may say before the code: who asks, what, by when. */
export interface Grant {
  tenantId: string;
  invitationId: string;
  assessmentId: string;
  campaignId: string;
  address: string;
  contactName: string;
  language: 'ja' | 'en';
  expiresAt: Date;
  revokedAt: Date | null;
  tenantStatus: 'active' | 'suspended';
  bankName: string;
  bankNameEn: string;
  department: string;
  departmentEn: string;
  telephone: string;
  replyAddress: string;
  businessHours: string;
  vendorName: string;
  serviceName: string;
  campaignName: string;
  fiscalYear: number;
  referenceDate: string;
  editionTitle: string;
  closingTime: string;
  campaignState: CampaignState;
  dueDate: string;
  itemCount: number;
  /** Complete ones, of what the address is asked; some lapse on the days below. */
  completeCount: number;
  lapseDays: CalendarDate[];
  assessmentState: AssessmentState;
  serviceId: string;
  /** The lead's invitation for whoever was asked for some of the items; null for a lead. */
  delegatedBy: string | null;
}

const GRANT_COLUMNS = sql`tenant_id as "tenantId", invitation_id as "invitationId", assessment_id as "assessmentId",
  campaign_id as "campaignId", address, contact_name as "contactName", language, expires_at as "expiresAt",
  revoked_at as "revokedAt", tenant_status as "tenantStatus", bank_name as "bankName", ${BANK_NAME_EN},
  department,
  coalesce(nullif(department_en, ''), department) as "departmentEn", telephone, reply_address as "replyAddress",
  business_hours as "businessHours", vendor_name as "vendorName", service_name as "serviceName",
  campaign_name as "campaignName", fiscal_year as "fiscalYear", reference_date::text as "referenceDate",
  edition_title as "editionTitle", closing_time as "closingTime", campaign_state as "campaignState",
  due_date::text as "dueDate", item_count as "itemCount", answered_count as "completeCount",
  lapse_days::text[] as "lapseDays",
  assessment_state as "assessmentState", service_id as "serviceId", delegated_by as "delegatedBy"`;

/** The invitation behind a link, expired and revoked ones included; null when there is none. */
export async function grantOf(tx: Transaction, linkHash: string): Promise<Grant | null> {
  const rows = await tx.execute<Record<string, never>>(sql`select ${GRANT_COLUMNS} from doors.grant_of(${linkHash})`);
  return rows[0] ? withDates<Grant>(rows[0], ['expiresAt', 'revokedAt']) : null;
}

/** Everything that is asked of an address and usable now, the nearest due date first. */
export async function liveGrantsOf(tx: Transaction, address: string, now: Date): Promise<Grant[]> {
  return (await grantsOf(tx, address)).filter((grant) => isLive(grant, now));
}

/** Everything that was asked of an address and not revoked, expired or resting with its bank included. */
export async function grantsOf(tx: Transaction, address: string): Promise<Grant[]> {
  const rows = await tx.execute<Record<string, never>>(sql`select ${GRANT_COLUMNS} from doors.grants_of(${address})`);
  return rows.map((row) => withDates<Grant>(row, ['expiresAt', 'revokedAt']));
}

export function isLive(grant: Grant, now: Date): boolean {
  return isGood(grant, now) && grant.tenantStatus === 'active';
}

/** The link itself is good, and only the bank's use of the platform rests: its holder may know that. */
export function isResting(grant: Grant, now: Date): boolean {
  return isGood(grant, now) && grant.tenantStatus !== 'active';
}

const isGood = (grant: Grant, now: Date) => grant.revokedAt === null && grant.expiresAt > now;

export interface DueRow {
  tenantId: string;
  kind: 'mail.send' | 'campaign.launch' | 'export.make' | 'import.work' | 'campaign.sweep';
  id: string;
}

/** What waits for the worker in any tenant, by id. */
export async function dueRows(tx: Transaction, now: Date): Promise<DueRow[]> {
  const rows = await tx.execute<{ tenantId: string; kind: DueRow['kind']; id: string }>(
    sql`select tenant_id as "tenantId", kind, id from doors.due_rows(${now.toISOString()})`,
  );
  return rows.map((row) => ({ ...row }));
}

/** Those of some stored files that a row still needs: it was not put away, or a round holds it. */
export async function keptFiles(tx: Transaction, keys: readonly string[]): Promise<Set<string>> {
  const rows = await tx.execute<{ key: string }>(
    sql`select key from doors.kept_files(array[${sql.join(
      keys.map((key) => sql`${key}`),
      sql`, `,
    )}]::text[]) as key`,
  );
  return new Set(rows.map(({ key }) => key));
}

/** The driver hands instants of raw queries over as text. */
function withDates<T>(row: Record<string, unknown>, instants: readonly (keyof T & string)[]): T {
  const converted = Object.fromEntries(
    instants.map((key) => [key, row[key] === null ? null : new Date(row[key] as string)]),
  );
  return { ...row, ...converted } as T;
}

import { addDays } from '@/domain/business-day';
import { bankDateOf } from '@/domain/deadline';
import type { Outside } from '@/usecases/command';
import { listVendors } from '@/usecases/vendors/list-vendors';
import { saveChainLink } from '@/usecases/vendors/save-chain-link';
import { saveContact } from '@/usecases/vendors/save-contact';
import { saveVendor } from '@/usecases/vendors/save-vendor';
import { showVendor } from '@/usecases/vendors/show-vendor';
import type { FoundedBank } from './found-demo-bank';

/** Numbers beyond those that were given out, so that none is a real company's. */
const FIRST_REGISTRATION = 9001;
const BUREAU = '関東財務局';
const EVERYBODY = {
  search: '',
  standing: 'active',
  criticality: null,
  bureau: null,
  sort: 'kana',
  descending: false,
  page: 1,
} as const;

/**
 * What a bank learns of its vendors after registering them: their entry in the public register, where the data is, who
 * gets copies, and, behind those of high criticality, partners in two tiers. Those of low criticality
 * are left for somebody to fill in.
 */
export async function fillRegister(outside: Outside, bank: FoundedBank): Promise<void> {
  const operator = bank.as('operator');
  const { lines } = await listVendors(outside, operator, EVERYBODY);
  for (const [index, { id: vendorId, criticality, name }] of lines.entries()) {
    if (criticality === 'low') continue;
    const { facts, contacts } = await showVendor(outside, operator, { vendorId });
    const { id: _, archivedAt: __, version, ...known } = facts;
    await saveVendor(outside, operator, {
      ...known,
      vendorId,
      version,
      registrationNumber: `関東財務局長（電代）第${FIRST_REGISTRATION + index}号`,
      registrationBureau: BUREAU,
      registrationCheckedOn: addDays(bankDateOf(outside.clock.now()), -index),
      dataLocation: index % 3 === 2 ? '国内（東京・大阪のデータセンター）' : '国内（東京のデータセンター）',
      notes: criticality === 'high' ? '契約の更新前に、対応状況を担当役員へ報告する。' : '',
    });
    if (criticality !== 'high') continue;
    const host = contacts[0]?.address.split('@')[1] ?? '';
    const copy = { name: '品質管理室', department: '', address: `quality@${host}`, language: 'ja' } as const;
    await saveContact(outside, operator, { ...copy, vendorId, kind: 'copy' });
    await addPartners(outside, bank, vendorId, name);
  }
}

async function addPartners(outside: Outside, bank: FoundedBank, vendorId: string, vendor: string): Promise<void> {
  const operator = bank.as('operator');
  const today = bankDateOf(outside.clock.now());
  const base = { vendorId, chainLinkId: null, version: null, corporateNumber: null, notifiedOn: addDays(today, -200) };
  const { chainLinkId } = await saveChainLink(outside, operator, {
    ...base,
    parentId: null,
    kind: 'subcontractor',
    name: '株式会社そらいろ運用',
    task: `${vendor}のシステムの運用と監視`,
    dataLocation: '国内（東京）',
    acceptedOn: addDays(today, -180),
  });
  await saveChainLink(outside, operator, {
    ...base,
    parentId: chainLinkId,
    kind: 'subcontractor',
    name: 'つゆくさ監視合同会社',
    task: '夜間の監視',
    dataLocation: '',
    acceptedOn: null,
  });
  await saveChainLink(outside, operator, {
    ...base,
    parentId: null,
    kind: 'chain',
    name: '株式会社いろは集計',
    task: '口座情報の集計',
    dataLocation: '国内（大阪）',
    notifiedOn: null,
    acceptedOn: null,
  });
}

import postgres from 'postgres';

export interface NewTenant {
  id: string;
  /** Short name for the host's commands, unique over all banks. */
  slug: string;
  profile: {
    name: string;
    nameEn: string;
    /** 当行, 当金庫 or 当社. */
    selfTerm: string;
    department: string;
    departmentEn: string;
    telephone: string;
    replyAddress: string;
    businessHours: string;
  };
}

/** Makes a bank through the host's door, as the database's owner. It has no member and no vendor yet. */
export async function createTenant(ownerUrl: string, tenant: NewTenant, at: Date): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql.begin(async (tx) => {
      await tx`set local role tenken_host`;
      await tx`select doors.create_tenant(${tenant.id}, ${tenant.slug}, ${tx.json(tenant.profile)}, ${at.toISOString()})`;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

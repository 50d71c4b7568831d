import postgres from 'postgres';

export interface Logins {
  ownerPassword: string;
  appPassword: string;
}

export interface DatabaseUrls {
  ownerUrl: string;
  appUrl: string;
}

const OWNER = 'tenken_owner';
const APP = 'tenken_app';

/** Makes the two logins, where missing, and sets their passwords: the owner migrates, the other one serves. */
export async function ensureLogins(superUrl: string, logins: Logins): Promise<void> {
  const client = postgres(superUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const [name, rights, password] of [
      [OWNER, 'LOGIN CREATEROLE NOSUPERUSER NOBYPASSRLS', logins.ownerPassword],
      [APP, 'LOGIN NOINHERIT NOSUPERUSER NOBYPASSRLS NOCREATEROLE', logins.appPassword],
    ] as const) {
      const known = await client`select 1 from pg_roles where rolname = ${name}`;
      const [secret] = await client<{ literal: string }[]>`select quote_literal(${password}) as literal`;
      await client.unsafe(`${known.length ? 'ALTER' : 'CREATE'} ROLE ${name} ${rights} PASSWORD ${secret?.literal}`);
    }
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** Makes a database of the owner's, unless it exists; from a template where one is named. Says whether it was made. */
export async function ensureDatabase(superUrl: string, name: string, template = 'template1'): Promise<boolean> {
  const client = postgres(superUrl, { max: 1, onnotice: () => undefined });
  try {
    const known = await client`select 1 from pg_database where datname = ${name}`;
    if (known.length) return false;
    await client`create database ${client(name)} owner ${client(OWNER)} template ${client(template)}`;
    return true;
  } finally {
    await client.end({ timeout: 5 });
  }
}

export async function dropDatabase(superUrl: string, name: string): Promise<void> {
  const client = postgres(superUrl, { max: 1, onnotice: () => undefined });
  try {
    await client`drop database if exists ${client(name)} with (force)`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** The two logins' URLs of one database on the server that `superUrl` names. */
export function urlsOf(superUrl: string, database: string, logins: Logins): DatabaseUrls {
  const as = (user: string, password: string) => {
    const url = new URL(superUrl);
    url.username = user;
    url.password = password;
    url.pathname = `/${database}`;
    return url.href;
  };
  return { ownerUrl: as(OWNER, logins.ownerPassword), appUrl: as(APP, logins.appPassword) };
}

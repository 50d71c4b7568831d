/** A bank's logo as a data URL, for pages that show it; null without one. */
export function logoUrl(profile: { logo: Uint8Array | null; logoType: string | null }): string | null {
  const { logo, logoType } = profile;
  return logo && logoType ? `data:${logoType};base64,${Buffer.from(logo).toString('base64')}` : null;
}

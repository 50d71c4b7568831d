import createNextIntlPlugin from 'next-intl/plugin';

/** Headers of files that no request's code answers; src/proxy.ts sets those of pages and procedures. */
const STATIC_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
];

/** A large upload's answer is data that no browser shows; the proxy, which would set these, doesn't see it. */
const UPLOAD_HEADERS = [
  {
    key: 'Content-Security-Policy',
    value: "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cache-Control', value: 'no-store' },
];

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Loaded as they are: they find files or optional parts of their own at run time.
  serverExternalPackages: ['pg', 'bullmq', 'ioredis', 'pino', 'nodemailer', '@myriaddreamin/typst-ts-node-compiler'],
  // Read from the disk when the first paper is set; no import names them.
  outputFileTracingIncludes: {
    '/api/assessments/*/receipts/*': [
      './node_modules/@expo-google-fonts/noto-sans-jp/{package.json,400Regular/*.ttf,700Bold/*.ttf}',
      './node_modules/@myriaddreamin/typst-ts-node-compiler*/**',
    ],
  },
  // What the proxy lets through of a body: an upload of the largest size with the form around it.
  experimental: { proxyClientMaxBodySize: '12mb' },
  headers: async () => [
    { source: '/_next/static/:path*', headers: STATIC_HEADERS },
    { source: '/icon.svg', headers: STATIC_HEADERS },
    { source: '/api/assessments/:assessment/evidence', headers: [...STATIC_HEADERS, ...UPLOAD_HEADERS] },
  ],
};

export default createNextIntlPlugin('./src/messages/request.ts')(config);

// Tests are read as TypeScript, by the .swcrc that builds the product.
process.env.SWCRC = 'true';
await import('@swc-node/register/esm-register');

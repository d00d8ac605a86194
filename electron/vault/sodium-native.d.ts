// The part of sodium-native that the vault uses; the package brings no types. Every call
// writes into the buffer it is given first, as libsodium does.
declare module 'sodium-native' {
  const sodium: {
    readonly crypto_pwhash_ALG_ARGON2ID13: number;
    readonly crypto_pwhash_SALTBYTES: number;
    readonly crypto_aead_xchacha20poly1305_ietf_ABYTES: number;
    readonly crypto_aead_xchacha20poly1305_ietf_NPUBBYTES: number;
    readonly crypto_box_SEALBYTES: number;
    readonly crypto_box_PUBLICKEYBYTES: number;
    readonly crypto_box_SECRETKEYBYTES: number;
    readonly crypto_sign_BYTES: number;
    readonly crypto_sign_PUBLICKEYBYTES: number;
    readonly crypto_sign_SECRETKEYBYTES: number;
    crypto_pwhash_async(
      output: Buffer,
      password: Buffer,
      salt: Buffer,
      opsLimit: number,
      memLimitBytes: number,
      algorithm: number,
      done: (error: Error | null) => void,
    ): void;
    crypto_aead_xchacha20poly1305_ietf_encrypt(
      output: Buffer,
      message: Buffer,
      additional: Buffer | null,
      unused: null,
      nonce: Buffer,
      key: Buffer,
    ): number;
    crypto_aead_xchacha20poly1305_ietf_decrypt(
      output: Buffer,
      unused: null,
      sealed: Buffer,
      additional: Buffer | null,
      nonce: Buffer,
      key: Buffer,
    ): number;
    crypto_box_seed_keypair(publicKey: Buffer, secretKey: Buffer, seed: Buffer): void;
    crypto_box_seal(output: Buffer, message: Buffer, publicKey: Buffer): void;
    crypto_box_seal_open(
      output: Buffer,
      sealed: Buffer,
      publicKey: Buffer,
      secretKey: Buffer,
    ): boolean;
    crypto_sign_seed_keypair(publicKey: Buffer, secretKey: Buffer, seed: Buffer): void;
    crypto_sign_detached(signature: Buffer, message: Buffer, secretKey: Buffer): void;
    crypto_sign_verify_detached(signature: Buffer, message: Buffer, publicKey: Buffer): boolean;
    crypto_generichash(output: Buffer, message: Buffer, key?: Buffer): void;
    randombytes_buf(buffer: Buffer): void;
    sodium_memzero(buffer: Buffer): void;
  };
  export default sodium;
}

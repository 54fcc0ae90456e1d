package org.greensward.security.secondfactor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.greensward.database.StoreConnection;
import org.greensward.error.UserException;
import org.greensward.security.account.SignInSettings;
import org.greensward.security.account.Tokens;
import org.springframework.stereotype.Component;

/**
 * Encrypts the secrets of second factors (AES-GCM), so that a copy of the database makes no codes.
 * The key is not in the database: it is the setting {@code greensward.sign-in.key}, or a file in
 * the data folder.
 */
@Component
public class SecretCipher {
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SignInSettings settings;
  private final StoreConnection store;

  public SecretCipher(SignInSettings settings, StoreConnection store) {
    this.settings = settings;
    this.store = store;
  }

  /**
   * A secret as it is kept.
   *
   * @param sealed whether it is encrypted; a store of one's own without a key keeps it plain
   */
  public record SealedSecret(byte[] bytes, boolean sealed) {}

  public SealedSecret seal(byte[] secret) {
    Optional<SecretKeySpec> key = key();
    if (key.isEmpty()) {
      return new SealedSecret(secret, false);
    }
    byte[] iv = Tokens.random(IV_BYTES);
    byte[] hidden = run(Cipher.ENCRYPT_MODE, key.get(), iv, secret);
    return new SealedSecret(
        ByteBuffer.allocate(iv.length + hidden.length).put(iv).put(hidden).array(), true);
  }

  /**
   * The secret again.
   *
   * @throws UserException when it was sealed under another key
   */
  public byte[] open(SealedSecret kept) {
    if (!kept.sealed) {
      return kept.bytes;
    }
    byte[] iv = new byte[IV_BYTES];
    byte[] hidden = new byte[kept.bytes.length - IV_BYTES];
    ByteBuffer.wrap(kept.bytes).get(iv).get(hidden);
    return run(Cipher.DECRYPT_MODE, key().orElseThrow(SecretCipher::otherKey), iv, hidden);
  }

  private Optional<SecretKeySpec> key() {
    return (settings.key().isEmpty() ? store.secret("sign-in") : Optional.of(settings.key()))
        .map(text -> new SecretKeySpec(Tokens.hash("second factors " + text), "AES"));
  }

  private static byte[] run(int mode, SecretKeySpec key, byte[] iv, byte[] bytes) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      if (mode == Cipher.DECRYPT_MODE) {
        throw otherKey();
      }
      throw new IllegalStateException(e);
    }
  }

  private static UserException otherKey() {
    return new UserException(
        "The second factors of this store were encrypted under another key; whoever runs the service"
            + " sets greensward.sign-in.key to it, or gives back the file sign-in.password of the data"
            + " folder.");
  }
}

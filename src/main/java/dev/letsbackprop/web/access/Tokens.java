package dev.letsbackprop.web.access;

import dev.letsbackprop.web.BadSetting;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tokens that callers may come with, of which only digests are kept.
 *
 * <p>How long it takes to look at one says nothing of how much of it was right: all digests are
 * compared, each to its end.
 */
final class Tokens {
  /** The fewest characters of a secret. */
  static final int LEAST = 16;

  /** What may follow {@code Bearer}, as RFC 6750 has it. */
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final List<byte[]> digests;

  private Tokens(List<byte[]> digests) {
    this.digests = digests;
  }

  /**
   * Tokens as they were set.
   *
   * @param setting where they come from, for the sentence
   * @throws BadSetting where one is empty, too short, or cannot be sent
   */
  static Tokens of(List<String> tokens, String setting) {
    for (int place = 0; place < tokens.size(); place++) {
      check(tokens.get(place), "Token " + (place + 1) + " of " + setting);
    }
    return new Tokens(tokens.stream().map(Tokens::digest).toList());
  }

  private static void check(String token, String which) {
    if (token.isBlank()) {
      throw new BadSetting(which + " is empty, and would be known to everybody.");
    }
    if (token.length() < LEAST) {
      throw new BadSetting(
          which
              + " has "
              + token.length()
              + (token.length() == 1 ? " character" : " characters")
              + "; a secret has at least "
              + LEAST
              + ".");
    }
    if (!FORM.matcher(token).matches()) {
      throw new BadSetting(
          which
              + " has characters that cannot be sent: a token is letters, digits and ._~+/-, with ="
              + " at its end only.");
    }
  }

  /** Whether there are none, so that everybody may call. */
  boolean isEmpty() {
    return digests.isEmpty();
  }

  /** Whether that is one of them. */
  boolean contain(String token) {
    byte[] digest = digest(token);
    boolean found = false;
    for (byte[] each : digests) {
      found |= MessageDigest.isEqual(each, digest);
    }
    return found;
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

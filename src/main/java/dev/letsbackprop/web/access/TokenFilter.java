package dev.letsbackprop.web.access;

import dev.letsbackprop.web.ProblemResponse;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only callers with a token pass, before anything of a body is read; everybody where there are
 * no tokens.
 */
final class TokenFilter extends OncePerRequestFilter {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private final Tokens tokens;

  TokenFilter(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return tokens.isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<String> credentials = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
    if (credentials.isEmpty()) {
      refuse(
          "This service wants a token: send it as 'Authorization: Bearer …'.",
          "Bearer",
          request,
          response);
      return;
    }
    Matcher bearer = BEARER.matcher(String.valueOf(credentials.get(0)));
    if (credentials.size() > 1 || !bearer.matches()) {
      refuse(
          "The header Authorization is not of the form 'Bearer …', with one token.",
          "Bearer",
          request,
          response);
    } else if (!tokens.contain(bearer.group(1))) {
      refuse(
          "The token is not one of those that this service knows.",
          "Bearer error=\"invalid_token\"",
          request,
          response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void refuse(
      String sentence, String challenge, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
    ProblemResponse.send(
        ProblemResponse.blank(HttpStatus.UNAUTHORIZED, sentence, request.getRequestURI()),
        response);
  }
}

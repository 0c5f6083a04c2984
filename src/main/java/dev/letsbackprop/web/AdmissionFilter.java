package dev.letsbackprop.web;

import dev.letsbackprop.admission.Admission;
import dev.letsbackprop.admission.Ticket;
import dev.letsbackprop.limit.Limit;
import dev.letsbackprop.limit.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives a ticket to each request that may compute, and takes back what it holds in the end. */
final class AdmissionFilter extends OncePerRequestFilter {
  private static final String TICKET = Ticket.class.getName();

  private final Admission admission;
  private final Limits limits;

  AdmissionFilter(Admission admission, Limits limits) {
    this.admission = admission;
    this.limits = limits;
  }

  /** The ticket of the request that this thread serves. */
  static Ticket ticket() {
    if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes here) {
      return ticket(here.getRequest());
    }
    throw new IllegalStateException("this thread serves no request");
  }

  static Ticket ticket(HttpServletRequest request) {
    if (request.getAttribute(TICKET) instanceof Ticket ticket) {
      return ticket;
    }
    throw new IllegalStateException("nobody gave this request a ticket");
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try (Ticket ticket = admission.arrive()) {
      request.setAttribute(TICKET, ticket);
      // A batch is answered as long as it is sent.
      boolean isBatch = request.getServletPath().endsWith("/batch");
      chain.doFilter(
          request,
          isBatch
              ? response
              : new WrittenAnswer(response, ticket, limits.of(Limit.ANSWER_SECONDS)));
    }
  }
}

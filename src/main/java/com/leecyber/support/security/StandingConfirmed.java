package com.leecyber.support.security;

import jakarta.servlet.http.HttpSession;

/** Somebody's rights were read anew; whatever their session remembers of the former ones has to be forgotten. */
public record StandingConfirmed(HttpSession session) {}

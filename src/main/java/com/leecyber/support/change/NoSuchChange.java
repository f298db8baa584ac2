package com.leecyber.support.change;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nothing stands behind the number of a change. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchChange extends RuntimeException {}

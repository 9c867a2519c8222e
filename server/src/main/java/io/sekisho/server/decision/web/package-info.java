/** The decisions on the main port: the same two endpoints as at the gate, and the record of each decision. */
@NullMarked
package io.sekisho.server.decision.web;

import org.jspecify.annotations.NullMarked;

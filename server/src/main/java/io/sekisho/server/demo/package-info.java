/** What a demonstration needs beside the server: a mail server in the process, and its mailbox to look into. */
@NullMarked
package io.sekisho.server.demo;

import org.jspecify.annotations.NullMarked;

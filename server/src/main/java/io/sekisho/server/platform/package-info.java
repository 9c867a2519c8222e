/** What every module of the server stands on: settings, the data folder, the database, problems as answers. */
@NullMarked
package io.sekisho.server.platform;

import org.jspecify.annotations.NullMarked;

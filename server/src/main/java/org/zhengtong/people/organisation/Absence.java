package org.zhengtong.people.organisation;

import java.time.LocalDate;
import org.zhengtong.people.identity.PersonId;

/**
 * A member of staff is away and a colleague of the same body acts for them (离岗委托): accepts, reviews and decides what
 * they might. What administrators may do is never handed on.
 *
 * @param until the last day
 */
public record Absence(PersonId deputy, String deputyName, LocalDate from, LocalDate until) {}

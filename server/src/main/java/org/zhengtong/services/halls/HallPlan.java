package org.zhengtong.services.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.zhengtong.ground.calendar.WorkingCalendar;

/**
 * How a hall is set up: what stands where, who serves what, when, and how many people at a time.
 *
 * @param hall id of the hall
 * @param week the hours of each day of the week; a day that is missing is closed
 * @param specialDays days that differ from their week, whatever the calendar says
 */
public record HallPlan(
        String hall,
        List<Area> areas,
        List<Window> windows,
        List<Group> groups,
        Map<DayOfWeek, List<Opening>> week,
        List<SpecialDay> specialDays,
        Rules rules) {
    private static final int LETTERS = 26;

    public HallPlan {
        areas = List.copyOf(areas);
        windows = List.copyOf(windows);
        groups = lettered(groups);
        week = Map.copyOf(week);
        specialDays = List.copyOf(specialDays);
    }

    /** Letters once given stay: numbers people hold begin with them. */
    private static List<Group> lettered(List<Group> groups) {
        Set<String> given = groups.stream().map(Group::letter).collect(Collectors.toCollection(HashSet::new));
        return groups.stream()
                .map(group -> group.letter().isEmpty() ? group.lettered(firstFree(given)) : group)
                .toList();
    }

    private static String firstFree(Set<String> given) {
        return IntStream.iterate(0, one -> one + 1)
                .mapToObj(one -> (one < LETTERS ? "" : letter(one / LETTERS - 1)) + letter(one % LETTERS))
                .filter(given::add)
                .findFirst()
                .orElseThrow();
    }

    private static String letter(int at) {
        return String.valueOf((char) ('A' + at));
    }

    /** A part of the floor. */
    public record Area(String id, String name) {}

    /** @param area id of the area it stands in */
    public record Window(int number, String area) {}

    /**
     * Windows that serve the same matters (业务组); people are called to whichever of them is free.
     *
     * @param letter what the numbers of those who come to it begin with; empty, the plan gives it the first free one
     * @param bodies USCCs of the bodies all of whose items are served here
     * @param items codes of further items served here; they go before the bodies' groups
     * @param seats how many people a slot takes by each way
     */
    public record Group(
            String id,
            String letter,
            String name,
            List<String> bodies,
            List<String> items,
            List<Integer> windows,
            Map<BookingChannel, Integer> seats) {
        public Group {
            letter = Objects.requireNonNullElse(letter, "");
            bodies = List.copyOf(bodies);
            items = List.copyOf(items);
            windows = List.copyOf(windows);
            seats = Map.copyOf(seats);
        }

        public int seats(BookingChannel channel) {
            return seats.getOrDefault(channel, 0);
        }

        /** Whether any of the body's items is served here. */
        public boolean serves(String bodyUscc) {
            return bodies.contains(bodyUscc) || items.stream().anyMatch(item -> item.startsWith(bodyUscc));
        }

        private Group lettered(String other) {
            return new Group(id, other, name, bodies, items, windows, seats);
        }
    }

    public record Opening(LocalTime from, LocalTime until) {
        boolean overlaps(Opening other) {
            return from.isBefore(other.until) && other.from.isBefore(until);
        }

        public boolean isBackwards() {
            return !from.isBefore(until);
        }

        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }

        /** What both have in common. */
        Optional<Opening> within(Opening other) {
            return overlaps(other)
                    ? Optional.of(new Opening(
                            from.isAfter(other.from) ? from : other.from,
                            until.isBefore(other.until) ? until : other.until))
                    : Optional.empty();
        }
    }

    /** @param openings none when the hall is closed all day */
    public record SpecialDay(LocalDate day, List<Opening> openings, String reason) {
        public SpecialDay {
            openings = List.copyOf(openings);
        }
    }

    /**
     * @param daysAhead the last day that can be booked, counted from today
     * @param openBookings how many a person may have in this hall at a time
     * @param misses how often somebody may not come within {@code missDays} before they are held back
     * @param barredDays for how many days after the last miss they book by telephone only
     * @param release when the last day opens; without it at midnight
     */
    public record Rules(
            int slotMinutes,
            int daysAhead,
            int openBookings,
            int misses,
            int missDays,
            int barredDays,
            Optional<Release> release) {
        public static final Rules USUAL = new Rules(30, 14, 2, 3, 90, 30);

        public Rules(int slotMinutes, int daysAhead, int openBookings, int misses, int missDays, int barredDays) {
            this(slotMinutes, daysAhead, openBookings, misses, missDays, barredDays, Optional.empty());
        }

        /** When this day opens, by the city's clock, if it opens at a time of the day. */
        public Optional<LocalDateTime> opens(LocalDate day) {
            return release.map(one -> day.minusDays(daysAhead).atTime(one.at()));
        }
    }

    /**
     * The last day opens at a time everybody knows.
     *
     * @param rushMinutes how long before and after that time people stand in a queue for the day; 0 when they do not
     */
    public record Release(LocalTime at, int rushMinutes) {}

    /** A piece of a day that people are booked into. */
    public record Slot(LocalTime starts, LocalTime ends) {}

    public static HallPlan empty(String hall) {
        return new HallPlan(hall, List.of(), List.of(), List.of(), Map.of(), List.of(), Rules.USUAL);
    }

    /**
     * When the hall is open on this day. A special day is as it says; a public holiday is closed; a weekend day that is
     * worked instead has the hours of Monday.
     */
    public List<Opening> openings(LocalDate day, WorkingCalendar calendar) {
        Optional<SpecialDay> special =
                specialDays.stream().filter(one -> one.day().equals(day)).findFirst();
        if (special.isPresent()) {
            return special.get().openings();
        }
        return calendar.isPublicHoliday(day) ? List.of() : openings(weekday(day, calendar));
    }

    public List<Opening> openings(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }

    /** Which day of the week it is like: a weekend day that is worked instead is a Monday. */
    public static DayOfWeek weekday(LocalDate day, WorkingCalendar calendar) {
        DayOfWeek name = day.getDayOfWeek();
        boolean workedInstead = (name == DayOfWeek.SATURDAY || name == DayOfWeek.SUNDAY) && calendar.isWorkingDay(day);
        return workedInstead ? DayOfWeek.MONDAY : name;
    }

    /** Whole slots only: what is left at the end of the hours serves those who came without a booking. */
    public List<Slot> slots(LocalDate day, WorkingCalendar calendar) {
        return openings(day, calendar).stream().flatMap(this::slots).toList();
    }

    private Stream<Slot> slots(Opening opening) {
        int first = opening.from().toSecondOfDay() / 60;
        int last = opening.until().toSecondOfDay() / 60;
        int length = rules.slotMinutes();
        return IntStream.iterate(first, start -> start + length <= last, start -> start + length)
                .mapToObj(start -> new Slot(at(start), at(start + length)));
    }

    private static LocalTime at(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }

    /** Who serves this item here: a group that names it, else the one of its body. */
    public Optional<Group> groupFor(String item, String bodyUscc) {
        return groups.stream()
                .filter(group -> group.items().contains(item))
                .findFirst()
                .or(() -> groups.stream()
                        .filter(group -> group.bodies().contains(bodyUscc))
                        .findFirst());
    }

    public Optional<Group> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public List<Window> windowsIn(String area) {
        return windows.stream().filter(window -> window.area().equals(area)).toList();
    }

    /** Name of the area a window stands in; empty for a window there is not. */
    public String areaOf(int window) {
        return windows.stream()
                .filter(one -> one.number() == window)
                .flatMap(one -> areas.stream().filter(area -> area.id().equals(one.area())))
                .map(Area::name)
                .findFirst()
                .orElse("");
    }

    public List<Group> groupsAt(int window) {
        return groups.stream().filter(group -> group.windows().contains(window)).toList();
    }

    /**
     * What is wrong with the plan. While anything is, nobody can book.
     *
     * @param bodies USCCs of the bodies that have windows in the hall
     */
    public List<HallFault> faults(Collection<String> bodies) {
        return new PlanCheck(this).faults(bodies);
    }
}

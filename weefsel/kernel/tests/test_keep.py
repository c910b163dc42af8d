import threading

from weefsel.kernel.keep import Keep


def test_what_nobody_asked_for_longest_goes_first() -> None:
    keep: Keep[str] = Keep(2)
    keep.put("a", "1")
    keep.put("b", "2")
    assert keep.get("a") == "1"
    keep.put("c", "3")
    assert [keep.get(key) for key in "abc"] == ["1", None, "3"]
    assert len(keep) == 2


def test_many_are_asked_for_at_once_in_their_order() -> None:
    keep: Keep[str] = Keep(3)
    for key in "abc":
        keep.put(key, key.upper())
    assert keep.get_many(["c", "x", "a"]) == ["C", None, "A"]
    keep.put("d", "D")
    assert keep.get_many(["b", "c", "a", "d"]) == [None, "C", "A", "D"]


def test_nothing_is_left_after_clearing() -> None:
    keep: Keep[str] = Keep(2)
    keep.put("a", "1")
    keep.clear()
    assert keep.get("a") is None


def test_threads_that_put_and_get_keep_to_the_size() -> None:
    keep: Keep[int] = Keep(50)
    wrong: list[int] = []

    def work(begin: int) -> None:
        for number in range(begin, begin + 2_000):
            keep.put(number, number)
            if keep.get(number) not in {number, None}:
                wrong.append(number)

    threads = [threading.Thread(target=work, args=(n * 10_000,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
    assert len(keep) == 50

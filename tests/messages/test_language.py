"""The language of a run: the option, then KAOHE_LANG, then the locale, then Chinese."""

import pytest

from kaohe.messages import Language
from kaohe.messages.language import choose


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        pytest.param([], {}, "zh", id="nothing said"),
        pytest.param(["score", "--lang", "en"], {"KAOHE_LANG": "zh"}, "en", id="the option, in two words"),
        pytest.param(["score", "--lang=en"], {"KAOHE_LANG": "zh"}, "en", id="the option, in one word"),
        pytest.param(["--lang", "EN"], {}, "en", id="in capitals"),
        pytest.param(["--lang", "fr"], {"KAOHE_LANG": "en"}, "en", id="an option that names no language of ours"),
        pytest.param(["score", "--lang"], {"LANG": "en_GB.UTF-8"}, "en", id="an option without a value"),
        pytest.param([], {"KAOHE_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en", id="the variable before the locale"),
        pytest.param([], {"KAOHE_LANG": "", "LANG": "en_US"}, "en", id="an empty variable says nothing"),
        pytest.param([], {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en", id="LC_ALL before LANG"),
        pytest.param([], {"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "zh_CN"}, "en", id="LC_MESSAGES before LANG"),
        pytest.param([], {"LANG": "zh_TW.UTF-8"}, "zh", id="any Chinese"),
        pytest.param([], {"LC_ALL": "C", "LANG": "en_US"}, "zh", id="C names no language"),
        pytest.param([], {"LANG": "POSIX"}, "zh", id="nor does POSIX"),
        pytest.param([], {"LANG": "de_DE.UTF-8"}, "zh", id="a language that is not spoken here"),
    ],
)
def test_choose(arguments: list[str], environment: dict[str, str], expected: Language) -> None:
    assert choose(arguments, environment) == expected
